import { UsageError } from '../cli/io.ts';
import { Folders } from './folders.ts';
import { prompts, promptText } from './prompts.ts';
import { readResource, resources, templates } from './resources.ts';
import type { ToolName } from './schemas.ts';
import { tools } from './tools/index.ts';
import type { Unsaved, World } from './world.ts';

/** What came of a call: its text, or why there is none, as a French sentence. */
export type Outcome = { readonly text: string } | { readonly refused: string };

/** Calls that may wait: more at once are a mistake, or a flood. */
const MOST_WAITING = 32;

const sentence = (words: string) =>
  `${words.charAt(0).toUpperCase()}${words.slice(1)}${/[.!?]$/.test(words) ? '' : '.'}`;

/** Answers whatever an assistant asks, one call after the other. Nothing is written, nothing is sent. */
export class Desk {
  readonly prompts = prompts;
  readonly resources = resources;
  readonly templates = templates;
  private readonly world: World;
  private waiting = 0;
  private last: Promise<unknown> = Promise.resolve();

  constructor(world: World) {
    this.world = world;
  }

  /** `folders`: what may be read. Throws a `UsageError` when one is no folder. */
  static async open(folders: readonly string[], world: Omit<World, 'folders'>): Promise<Desk> {
    return new Desk({ ...world, folders: await Folders.open(world.cwd, folders) });
  }

  /** `input` has been held against the schema of the tool. */
  call(name: ToolName, input: unknown, unsaved: Unsaved = {}): Promise<Outcome> {
    return this.inTurn(() => tools[name](input as never, this.world, unsaved));
  }

  read(uri: string): Promise<{ readonly mimeType: string; readonly text: string } | { readonly refused: string }> {
    let mimeType = '';
    return this.inTurn(async () => {
      const found = await readResource(uri, this.world);
      mimeType = found.mimeType;
      return found.text;
    }).then((outcome) => ('refused' in outcome ? outcome : { ...outcome, mimeType }));
  }

  prompt(name: string, given: Readonly<Record<string, string>> | undefined) {
    try {
      return promptText(name, given);
    } catch (error) {
      return { refused: refusal(error) };
    }
  }

  private async inTurn(work: () => Promise<string>): Promise<Outcome> {
    if (this.waiting >= MOST_WAITING)
      return { refused: `Trop d’appels à la fois (${MOST_WAITING} au plus) : attendre les réponses, puis redemander.` };
    this.waiting++;
    const turn = this.last.then(work).then(
      (text): Outcome => ({ text }),
      (error: unknown): Outcome => ({ refused: refusal(error) }),
    );
    this.last = turn;
    try {
      return await turn;
    } finally {
      this.waiting--;
    }
  }
}

const refusal = (error: unknown): string =>
  error instanceof UsageError
    ? sentence(error.message)
    : `Erreur inattendue du programme : ${(error as Error).message}`;
