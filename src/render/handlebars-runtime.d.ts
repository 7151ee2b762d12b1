// Handlebars ships no types of its runtime alone; it is the same object, less the compiler.
declare module 'handlebars/runtime.js' {
  import Handlebars from 'handlebars';
  export default Handlebars;
}
