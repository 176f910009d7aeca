import { discord, type Matter, type Said } from '../facts/dossier.ts';
import { differ } from '../facts/dossier-sens.ts';
import { type Lots, lots } from '../facts/lots.ts';
import type { Piece } from '../kit/piece.ts';
import { defineRule } from '../kit/rule.ts';
import { ccp, guide } from '../kit/source.ts';
import { cover } from '../kit/span.ts';

type Message = 'nombre' | 'objet';
type Value =
  | {
      readonly kind: 'nombre';
      readonly count: number;
      /** The text says how many there are, or that there are none. */
      readonly stated: boolean;
    }
  | { readonly kind: 'objet'; readonly folded: string };

/** True when a list sets out the lots of the contract, and not those that a price or a delay is given for. */
const setsOut = ({ announced, list }: Lots): boolean =>
  list !== undefined &&
  (announced.some((a) => a.value === new Set(list.lots.map((l) => l.number)).size) ||
    list.columned ||
    /\blots?\b|allot/.test(list.section.title) ||
    /\blots\b/.test(list.lots[0]?.passage.lead?.folded ?? ''));

function read(piece: Piece): Said<Value>[] {
  const fact = piece.ask(lots);
  const { announced, list, notAllotted } = fact;
  const out: Said<Value>[] = [];
  const number = (count: number, at: Said<Value>['at'], stated: boolean) => {
    const shown = count === 1 ? 'aucune division en lots' : `${count} lots`;
    out.push({ piece, at, value: { kind: 'nombre', count, stated }, shown, key: 'nombre' });
  };
  if (list && setsOut(fact)) {
    const numbers = new Set(list.lots.map((l) => l.number));
    const whole = list.lots.map((l) => l.whole).reduce(cover);
    // Lots 1 A and 1 B may count for one.
    const plain = [...numbers].every((n) => /^(?:\d+|[a-h])$/.test(n));
    if (plain && numbers.size > 1) number(numbers.size, whole, announced.length > 0);
    for (const { number: n, object } of list.lots) {
      if (!object) continue;
      const shown = `« ${piece.draft.slice(object.at).replace(/\s+/g, ' ')} »`;
      const value = { kind: 'objet', folded: object.text } as const;
      out.push({ piece, at: object.at, value, shown, key: `lot ${n}`, simple: true });
    }
  } else if (!list) {
    const [first] = announced;
    if (first && first.value > 1) number(first.value, first.at, true);
    else if (!first && notAllotted[0]) number(1, notAllotted[0].at, true);
  }
  return out;
}

const matter: Matter<Value> = {
  read,
  agree({ value: a }, { value: b }) {
    if (a.kind === 'objet' && b.kind === 'objet') return !differ(a.folded, b.folded);
    if (a.kind !== 'nombre' || b.kind !== 'nombre') return true;
    // A list alone may name the lots of the whole operation: it does not gainsay « n'est pas alloti ».
    const [less, more] = a.count <= b.count ? [a, b] : [b, a];
    return less.count === more.count || (less.count === 1 && !more.stated);
  },
};

export default defineRule<Message>({
  id: 'dossier/lots',
  title: 'Lots différents d’une pièce à l’autre',
  level: 'error',
  pieces: '*',
  dossier: true,
  why: 'Les lots disent ce qui est mis en concurrence et attribué. S’ils ne sont pas les mêmes d’une pièce à l’autre, un lot peut manquer de candidats, de prescriptions ou de base contractuelle.',
  sources: [guide('I.C', 10), ccp('L2113-10')],
  messages: {
    nombre:
      'Cette pièce prévoit {ours}, mais on lit {theirs} : les candidats ne savent à quoi répondre. Donner la même liste de lots dans toutes les pièces.',
    objet:
      'Le lot a ici pour objet {ours}, mais {theirs} : le même numéro désigne des prestations différentes. Reprendre la même liste de lots dans toutes les pièces.',
  },
  examples: {
    bad: [
      {
        text: '## Lots\n\nLe marché est divisé en deux lots :\n\n| Lot | Intitulé |\n|---|---|\n| ⟦1 | Mobilier |\n| 2 | Éclairage⟧ |',
        files: {
          'cctp.md':
            '# CCTP\n\n## Lots\n\nLe marché comporte trois lots :\n\n- ⟦lot 1 : mobilier ;\n- lot 2 : éclairage ;\n- lot 3 : signalétique⟧.',
        },
      },
      {
        text: '## Lots\n\nLe marché est divisé en deux lots :\n\n- lot 1 : mobilier de bureau ;\n- lot 2 : ⟦signalétique extérieure⟧.',
        files: {
          'ccap.md':
            '# CCAP\n\n## Lots\n\nLe marché est divisé en deux lots :\n\n- lot 1 : fourniture du mobilier ;\n- lot 2 : ⟦éclairage des bureaux⟧.',
          'cctp.md':
            '# CCTP\n\n## Lots\n\nLe marché est divisé en deux lots :\n\n- lot 1 : mobilier ;\n- lot 2 : signalétique.',
        },
        fixed: { gains: 'lot 2 : signalétique extérieure.\n' },
      },
      {
        text: '## Allotissement\n\n⟦Le marché n’est pas alloti : les prestations forment un tout indissociable.⟧',
        files: { 'ccap.md': '# CCAP\n\n## Forme\n\nLe marché est divisé en ⟦trois lots⟧ définis au CCTP.' },
      },
    ],
    good: [
      {
        text: '## Lots\n\nLe marché est divisé en deux lots :\n\n- lot 1 : mobilier ;\n- lot 2 : éclairage.',
        files: {
          'cctp.md':
            '# CCTP\n\n## Lots\n\n| N° de lot | Désignation |\n|---|---|\n| 1 | Mobilier de bureau |\n| 2 | Éclairage et accessoires |',
        },
      },
      {
        text: '## Lots\n\nLe marché est divisé en deux lots :\n\n- lot 1 : mobilier ;\n- lot 2 : éclairage.',
        files: {
          'ccap.md': '# CCAP\n\n## Lots\n\nLe marché comprend deux lots.\n\n## Pénalités\n\n- lot 1 : 50 € par jour.',
        },
      },
      {
        text: '## Lots\n\nLe marché n’est pas alloti, ses prestations formant un tout indissociable.',
        files: {
          'cctp.md':
            '# CCTP\n\n## Interfaces\n\nLes entreprises de l’opération sont :\n\n- lot 1 : gros œuvre ;\n- lot 2 : charpente.',
        },
      },
      {
        text: '## Lots\n\nLe marché est divisé en deux lots :\n\n- lot 1 : mobilier ;\n- lot 2 : éclairage.',
        files: { 'cctp.md': '# CCTP du lot 2\n\n## Objet\n\nLe lot 2 comprend la fourniture de lampes.' },
      },
    ],
    limits: [],
  },
  *check(piece) {
    yield* discord(piece, matter, (ours) => ours.value.kind);
  },
});
