/** A file that is not the dataset it was given as: the message says what is missing and what to do. */
export class NotTheDataset extends Error {}
