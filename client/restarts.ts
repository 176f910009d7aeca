import { l10n } from 'vscode';
import { CloseAction, ErrorAction, type ErrorHandler } from 'vscode-languageclient';
import { RestartCount } from './restartCount.ts';

/** Starts the server again when it stops by itself, unless it keeps stopping: then it is said, and the buyer decides. */
export function restarting(): ErrorHandler {
  const count = new RestartCount();
  return {
    // A message that could not be read or sent: the others go on. A connection that is dead closes.
    error: () => ({ action: ErrorAction.Continue }),
    closed: () =>
      count.mayRestart(Date.now())
        ? { action: CloseAction.Restart }
        : {
            action: CloseAction.DoNotRestart,
            message: l10n.t(
              'DCE Lint stopped more than five times in three minutes and is not started again: the drafts are no longer checked. The command “Restart the Server” starts it, “Show the Log” tells what happened.',
            ),
          },
  };
}
