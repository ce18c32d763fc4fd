/** The time, handed in. */
export type Clock = () => Date;
