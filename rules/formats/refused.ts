/** Why a file cannot be read, and what can be done: two French sentences. */
export class Refused extends Error {
  readonly remedy: string;

  constructor(why: string, remedy: string) {
    super(why);
    this.remedy = remedy;
  }
}
