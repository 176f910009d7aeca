import type { NotChecked } from '../core/not-checked.ts';

/** Why the system refused, in French. */
export const reason = (error: unknown): string => {
  switch ((error as NodeJS.ErrnoException).code) {
    case 'ENOENT':
      return 'ce fichier ou dossier n’existe pas';
    case 'EACCES':
    case 'EPERM':
      return 'lecture refusée par le système';
    case 'EISDIR':
      return 'c’est un dossier';
    case 'ELOOP':
      return 'lien symbolique qui tourne en rond';
    default:
      return (error as Error).message;
  }
};

const REMEDIES: Readonly<Record<string, string>> = {
  ENOENT: 'Vérifier ce chemin.',
  EACCES: 'Donner le droit de le lire.',
  EPERM: 'Donner le droit de le lire.',
  EISDIR: 'Mettre un fichier à sa place, ou lui ôter son nom de fichier.',
  ELOOP: 'Ôter ce lien, ou le refaire.',
};

/** What the system would not let read. */
export const unreadable = (what: string, error: unknown): NotChecked => ({
  what,
  why: `${reason(error)}.`,
  remedy: REMEDIES[(error as NodeJS.ErrnoException).code ?? ''] ?? 'Vérifier ce chemin et le disque.',
  blocking: true,
});
