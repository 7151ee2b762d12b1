// Handlebars ships no types for its runtime alone; it is the same object without the compiler.
declare module 'handlebars/runtime.js' {
  import Handlebars from 'handlebars';
  export default Handlebars;
}
