/** The number of an issue or pull request, as part of a regular expression. */
export const itemNumberSource = /[1-9]\d{0,9}(?!\d)/.source;

/** The largest number that `itemNumberSource` matches; GitHub's own limit is lower. */
export const LARGEST_ITEM_NUMBER = 9_999_999_999;
