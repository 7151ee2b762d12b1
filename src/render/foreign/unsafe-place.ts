/** A place where foreign text can't be text. The message completes "foreign text is not safe …". */
export class UnsafePlace extends Error {}
