import { Desk, type Outcome } from './desk.ts';
import type { World } from './world.ts';

/** A call from the extension of an editor, which says each time what may be read. */
interface Call {
  readonly id: number;
  readonly name: string;
  readonly input: unknown;
  readonly folders: readonly string[];
  readonly unsaved: Readonly<Record<string, string>>;
  readonly language: 'fr' | 'en';
}

export type AnswerTo = (desk: Desk, name: string, input: unknown, unsaved: Call['unsaved']) => Promise<Outcome>;

/** Answers the process that started this one, over the channel between the two, until it closes. */
export function serveChannel(world: Omit<World, 'folders' | 'language'>, answerTo: AnswerTo): Promise<void> {
  const desks = new Map<string, Promise<Desk>>();
  const deskOf = ({ folders, language }: Call): Promise<Desk> => {
    const key = JSON.stringify([folders, language]);
    const desk = desks.get(key) ?? Desk.open(folders, { ...world, language });
    desks.set(key, desk);
    // A folder that is gone may come back.
    desk.catch(() => desks.delete(key));
    return desk;
  };
  process.on('message', async (call: Call) => {
    const outcome = await deskOf(call)
      .then((desk) => answerTo(desk, call.name, call.input, call.unsaved))
      .catch((error: Error): Outcome => ({ refused: error.message }));
    process.send?.({ id: call.id, outcome });
  });
  return new Promise((resolve) => {
    process.once('disconnect', () => resolve());
  });
}
