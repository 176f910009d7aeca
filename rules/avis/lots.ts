import { type Avis, avisDe, avisExemple } from '../facts/avis/index.ts';
import { type LotSaying, lotsMatter, placeName, type Said } from '../facts/dossier/index.ts';
import { differ, nameOthers } from '../facts/piece/index.ts';
import { plain } from '../kit/french/fold.ts';
import { defineRule, type Report } from '../kit/rule.ts';
import { ccp } from '../kit/source.ts';

const LOTS = '## Lots\n\nLe marché est divisé en deux lots :\n\n';
const avisDes = (...titres: string[]) => ({ 'avis.xml': avisExemple({ lots: titres.map((titre) => ({ titre })) }) });

const plural = (n: number): string => (n === 1 ? 'aucune division en lots' : `${n} lots`);

/** How many lots the piece has, against those of the notice. */
function counted(said: readonly Said<LotSaying>[], { notice, piece }: Avis): Report<'nombre' | 'objet'> | undefined {
  const counts = said.flatMap((s) => (s.value.kind === 'nombre' ? [{ ...s, ...s.value }] : []));
  const [first] = counts;
  const theirs = notice.lots.length;
  if (!first || counts.some((c) => c.count === theirs)) return undefined;
  const at = notice.lots[0]?.at ?? { start: 0, end: 0 };
  return {
    at: first.at,
    message: 'nombre',
    data: { ours: first.shown, theirs: plural(theirs) },
    related: [{ piece, at, message: `On lit ${placeName(piece)} : ${plural(theirs)}.` }],
  };
}

export default defineRule<'nombre' | 'objet'>({
  id: 'avis/lots',
  title: 'Lots différents dans l’avis publié',
  level: 'error',
  pieces: ['rc'],
  dossier: true,
  why: 'Les candidats choisissent les lots auxquels ils répondent d’après l’avis. Un lot du règlement que l’avis ne publie pas n’a pas été mis en concurrence ; un lot de l’avis que le règlement ignore ne peut être attribué.',
  sources: [ccp('R2131-17'), ccp('L2113-10')],
  messages: {
    nombre:
      'Le règlement prévoit {ours}, mais l’avis publié donne {theirs}.\nUn lot n’a pas été mis en concurrence, ou n’a pas de règlement. Reprendre les lots de l’avis, ou publier un avis rectificatif.',
    objet:
      'L’avis publié donne un autre objet au lot {lot}.\nIci {ours}, dans l’avis {theirs} : le même numéro désigne des prestations différentes. Reprendre les lots de l’avis, ou publier un avis rectificatif.',
  },
  examples: {
    bad: [
      {
        text: `${LOTS}- lot 1 : ⟦entretien des espaces verts du quartier des Écluses⟧ ;\n- lot 2 : entretien des espaces verts du quartier du Moulin.`,
        files: avisDes(
          'Entretien des espaces verts du quartier de la Garenne',
          'Entretien des espaces verts du quartier du Moulin',
        ),
        fixed: { gains: 'lot 1 : Entretien des espaces verts du quartier de la Garenne ;' },
      },
      {
        text: `${LOTS}- ⟦lot 1 : mobilier⟧ ;\n- lot 2 : éclairage.`,
        files: avisDes('Mobilier', 'Éclairage', 'Signalétique'),
      },
      {
        text: `${LOTS}- lot 1 : mobilier de bureau ;\n- lot 2 : ⟦éclairage des salles⟧.`,
        files: avisDes('Mobilier', 'Nettoyage des vitres'),
        fixed: { gains: 'lot 2 : Nettoyage des vitres' },
      },
      {
        text: '## Allotissement\n\n⟦Le marché n’est pas alloti : les prestations forment un tout indissociable.⟧',
        files: avisDes('Mobilier', 'Éclairage'),
      },
    ],
    good: [
      {
        text: `${LOTS}- lot 1 : mobilier ;\n- lot 2 : éclairage.`,
        files: avisDes('Fourniture de mobilier', 'Éclairage LED'),
      },
      {
        text: '## Allotissement\n\nLe marché n’est pas alloti : les prestations forment un tout indissociable.',
        files: avisDes('Mobilier'),
      },
      {
        text: `${LOTS}- lot 1 : mobilier ;\n- lot 2 : éclairage.`,
        files: { 'avis.xml': avisExemple({ lots: [{}, {}] }) },
      },
      // A notice that gives no lot at all is not read on them.
      { text: `${LOTS}- lot 1 : mobilier ;\n- lot 2 : éclairage.`, files: { 'avis.xml': avisExemple({ lots: [] }) } },
    ],
    limits: [],
  },
  *check(piece) {
    const avis = avisDe(piece.consultation);
    if (!avis || avis.notice.lots.length === 0) return;
    const said = lotsMatter.read(piece);
    const count = counted(said, avis);
    if (count) {
      yield count;
      return;
    }
    const objects = said.filter((s) => s.value.kind === 'objet');
    const titled = (key: string | undefined) => avis.notice.lots.find((l) => `lot ${l.number}` === key)?.title;
    // Numbers that are not those of the notice name other things.
    if (objects.length < 2 || objects.some(({ key }) => !avis.notice.lots.some((l) => `lot ${l.number}` === key)))
      return;
    for (const { at, shown, key, value } of objects) {
      const title = titled(key);
      if (!title || value.kind !== 'objet') continue;
      if (!differ(value.folded, plain(title.value)) && !nameOthers(shown, title.value)) continue;
      yield {
        at,
        message: 'objet',
        data: { lot: (key ?? '').slice(4), ours: shown, theirs: title.shown },
        related: [{ piece: avis.piece, at: title.at, message: `On lit ${placeName(avis.piece)} : ${title.shown}.` }],
        fixes: [{ title: `Écrire ${title.shown}, comme l’avis`, grade: 'review', edits: [{ at, text: title.value }] }],
      };
    }
  },
});
