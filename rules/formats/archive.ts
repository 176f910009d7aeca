import { unzipSync, zipSync } from 'fflate';
import { Refused } from './refused.ts';

const MB = 1024 * 1024;
/** Largest sum of what an archive holds, once inflated: a schedule of ten thousand lines has three. */
const LARGEST_WHOLE = 24 * MB;
const MOST_ENTRIES = 2_000;
const COMPOUND = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

const SAVE = 'L’enregistrer à nouveau au format .xlsx ou .ods.';
const TOO_LARGE = () =>
  new Refused('ce classeur, une fois décompressé, est démesuré : il n’est pas lu.', 'Vérifier d’où il vient.');

/** « EncryptedPackage », as the directory of such a file names it. */
const ENCRYPTED = [...'EncryptedPackage'].flatMap((c) => [c.charCodeAt(0), 0]);

function holds(bytes: Uint8Array, sought: readonly number[]): boolean {
  for (let at = bytes.indexOf(sought[0] as number); at >= 0; at = bytes.indexOf(sought[0] as number, at + 1))
    if (sought.every((byte, i) => bytes[at + i] === byte)) return true;
  return false;
}

/**
 * Refuses what is no spreadsheet that can be read in safety: another format, a password, macros, an archive that swells,
 * XML that declares entities. Throws a `Refused`. What comes back holds the XML alone, as large as it was seen to be: no other
 * reader inflates what the file holds.
 */
export function inspected(bytes: Uint8Array): Uint8Array {
  if (COMPOUND.every((byte, i) => bytes[i] === byte))
    throw holds(bytes, ENCRYPTED)
      ? new Refused('ce classeur est protégé par un mot de passe.', 'L’enregistrer sans mot de passe.')
      : new Refused('ce classeur est dans l’ancien format (.xls).', SAVE);
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) throw new Refused('ce n’est pas un classeur (.xlsx ou .ods).', SAVE);
  const all = parts(bytes);
  for (const [path, content] of Object.entries(all)) {
    const head = new TextDecoder('latin1').decode(content.subarray(0, 65_536));
    if (/<!(?:DOCTYPE|ENTITY)/i.test(head))
      throw new Refused(`ce classeur déclare des entités XML (${path}) : il n’est pas lu.`, 'Vérifier d’où il vient.');
    if (path === 'META-INF/manifest.xml' && /encryption-data/.test(new TextDecoder('latin1').decode(content)))
      throw new Refused('ce classeur est protégé par un mot de passe.', 'L’enregistrer sans mot de passe.');
  }
  return zipSync(all, { level: 0 });
}

/** The parts in XML. What the archive declares bounds what is inflated: a lie gives a torn part, not more memory. */
function parts(bytes: Uint8Array): Record<string, Uint8Array> {
  let entries = 0;
  let whole = 0;
  try {
    return unzipSync(bytes, {
      filter({ name, originalSize }) {
        whole += originalSize;
        if (++entries > MOST_ENTRIES || whole > LARGEST_WHOLE) throw TOO_LARGE();
        if (/vbaProject\.bin$|^(?:Basic|Scripts)\/./i.test(name))
          throw new Refused('ce classeur contient des macros : il n’est pas lu.', SAVE);
        return /\.(?:xml|rels)$|^mimetype$/i.test(name);
      },
    });
  } catch (error) {
    if (error instanceof Refused) throw error;
    throw new Refused('ce classeur est endommagé : il ne se décompresse pas.', SAVE);
  }
}
