import { ordered } from '../../kit/french/scan.ts';
import { parts, type ShareItem, shares } from '../../kit/french/shares.ts';
import { type Kind, type ThingSaid, thingsOf } from '../../reading/things.ts';

/** Shares, as statements are heard about them: by their unit and size. */
export const PARTS: Kind<ShareItem> = {
  thing: 'part',
  inGrids: true,
  signs: /%|cent|ieme|tiers|quart|moitie|p(?:oin)?ts?\b|\/ ?\d|\bsur \d/,
  find: (folded) => ordered([...shares(folded), ...parts(folded)]),
  like: (item) => {
    const { value = 0, unit = 'sur' } = item ?? {};
    const size = value > 50 ? 'partgrande' : value > 20 ? 'partmoyenne' : value > 5 ? 'partmodeste' : 'partpetite';
    return ['lapart', `parten${unit}`, size];
  },
};

/** What a share is that of: of a criterion or an element of one, of the sum kept back, of the advance, of penalties… */
export type ShareRole = 'critere' | 'sous-critere' | 'retenue' | 'avance' | 'penalite' | 'note' | 'autre';

/** A share with what the sense of its sentence says that it is that of. */
export type HeardShare = ThingSaid<ShareItem, ShareRole>;

/** The shares of a sentence, with what each is heard to be that of. */
export const sharesIn = thingsOf<ShareItem, ShareRole>(PARTS);
