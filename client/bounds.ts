/** What says where a resource is; VS Code's `Uri` has it, its parts decoded. */
export interface Address {
  readonly scheme: string;
  readonly authority: string;
  readonly path: string;
}

/**
 * Whether the server may look at an address: in a folder of the workspace, or beside an open draft. Paths that climb
 * (`..`) or that a file system could take for such are out, wherever they lead.
 */
export function isWithin(asked: Address, folders: readonly Address[], drafts: readonly Address[]): boolean {
  if (asked.path.includes('\\') || asked.path.split('/').some((name) => name === '.' || name === '..')) return false;
  const sameRoot = ({ scheme, authority }: Address) => scheme === asked.scheme && authority === asked.authority;
  const besides = drafts.filter(sameRoot).map(({ path }) => parentOf(path));
  return (
    folders
      .filter(sameRoot)
      .some(({ path }) => asked.path === path || asked.path.startsWith(path.replace(/\/?$/, '/'))) ||
    besides.includes(asked.path) ||
    besides.includes(parentOf(asked.path))
  );
}

const parentOf = (path: string): string => path.slice(0, path.lastIndexOf('/'));
