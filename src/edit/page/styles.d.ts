/** Style sheets are part of the one program of the page. */
declare module '*.css' {
  const text: string;
  export default text;
}
