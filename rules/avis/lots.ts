import { type LimiteDeLots, limitesDeLots } from '../facts/allotissement/index.ts';
import { type Avis, avisDe, avisExemple } from '../facts/avis/index.ts';
import { type LotSaying, lotsMatter, placeName, type Said } from '../facts/dossier/index.ts';
import { differ, nameOthers } from '../facts/piece/index.ts';
import { plain } from '../kit/french/fold.ts';
import type { Piece } from '../kit/piece.ts';
import { defineRule, type Report } from '../kit/rule.ts';
import { ccp } from '../kit/source.ts';

const LOTS = '## Lots\n\nLe marché est divisé en deux lots :\n\n';
const avisDes = (...titres: string[]) => ({ 'avis.xml': avisExemple({ lots: titres.map((titre) => ({ titre })) }) });

const DEUX_LOTS = '- lot 1 : mobilier ;\n- lot 2 : éclairage.\n\n';
const avisLimite = (limites: { lotsSoumis?: number; lotsAttribues?: number }) => ({
  'avis.xml': avisExemple({ ...limites, lots: [{ titre: 'Mobilier' }, { titre: 'Éclairage' }] }),
});

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

/** How many lots a piece says, in words of a message. */
const many = (most: LimiteDeLots['most']): string => {
  if (most === 'tous') return 'tous les lots';
  return most === 'plusieurs' ? 'plusieurs lots' : most === 1 ? 'un seul lot' : `${most} lots`;
};

/** For how many lots one may submit, and how many he may be awarded, against the notice; one finding for each. */
function* limited(piece: Piece, { notice, piece: avis }: Avis): Generator<Report<Message>> {
  const { lotsSubmitted, lotsAwarded, lots } = notice;
  const all = lots.length;
  const agrees = (most: LimiteDeLots['most'], theirs: number): boolean =>
    most === 'plusieurs' ? theirs > 1 : Math.min(most === 'tous' ? all : most, all) === Math.min(theirs, all);
  for (const [of, field] of [
    ['soumission', lotsSubmitted],
    ['attribution', lotsAwarded],
  ] as const) {
    const said = field && all > 1 ? limitesDeLots(piece).filter((l) => l.of === of) : [];
    const [first] = said;
    if (!field || !first || said.some(({ most }) => agrees(most, field.value))) continue;
    yield {
      at: first.at,
      message: of,
      data: { ours: many(first.most), theirs: field.shown },
      related: [{ piece: avis, at: field.at, message: `On lit ${placeName(avis)} : ${field.shown}.` }],
    };
  }
}

type Message = 'nombre' | 'objet' | 'soumission' | 'attribution';

export default defineRule<Message>({
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
    soumission:
      'Un candidat peut répondre ici à {ours}, et à {theirs} dans l’avis publié.\nUne offre que le règlement admet serait écartée, ou l’inverse. Reprendre ce que dit l’avis, ou publier un avis rectificatif.',
    attribution:
      'Un candidat peut obtenir ici {ours}, et {theirs} dans l’avis publié.\nOn ne sait combien de lots seront attribués à un même candidat. Reprendre ce que dit l’avis, ou publier un avis rectificatif.',
  },
  examples: {
    bad: [
      // One thing is done, in places of two sorts.
      {
        text: `${LOTS}- lot 1 : nettoyage des écoles ;\n- lot 2 : ⟦entretien du parc des Berges⟧.`,
        files: avisDes('Nettoyage des groupes scolaires', 'Entretien des cimetières métropolitains'),
        fixed: { gains: 'lot 2 : Entretien des cimetières métropolitains.' },
      },
      {
        text: `${LOTS}- lot 1 : ⟦nettoyage des écoles du centre⟧ ;\n- lot 2 : vidéoprotection.`,
        files: avisDes('Nettoyage des médiathèques de la ville', 'Vidéoprotection'),
        fixed: { gains: 'lot 1 : Nettoyage des médiathèques de la ville ;' },
      },
      {
        text: `${LOTS}${DEUX_LOTS}⟦Un même candidat peut présenter une offre pour un seul, plusieurs ou l’ensemble des lots.⟧`,
        files: avisLimite({ lotsSoumis: 1 }),
      },
      {
        text: `${LOTS}${DEUX_LOTS}⟦Une même entreprise peut soumissionner à l’un des lots ou aux deux lots.⟧`,
        files: avisLimite({ lotsSoumis: 1 }),
      },
      {
        text: `${LOTS}${DEUX_LOTS}Les candidats peuvent répondre à tous les lots. ⟦Le nombre de lots attribués à un même candidat est limité à un.⟧`,
        files: avisLimite({ lotsSoumis: 2, lotsAttribues: 2 }),
      },
      {
        text: `${LOTS}- lot 1 : ⟦entretien des espaces verts du quartier des Écluses⟧ ;\n- lot 2 : entretien des espaces verts du quartier du Moulin.`,
        files: avisDes(
          'Entretien des espaces verts du quartier de la Garenne',
          'Entretien des espaces verts du quartier du Moulin',
        ),
        fixed: { gains: 'lot 1 : Entretien des espaces verts du quartier de la Garenne ;' },
      },
      {
        text: `${LOTS.replace('deux lots', '⟦deux lots⟧')}- lot 1 : mobilier ;\n- lot 2 : éclairage.`,
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
      // Places of one sort, and others that a title adds.
      {
        text: `${LOTS}- lot 1 : nettoyage des écoles ;\n- lot 2 : entretien du parc des Berges.`,
        files: avisDes('Nettoyage des bâtiments scolaires et du gymnase', 'Entretien des espaces verts et jardins'),
      },
      {
        text: `${LOTS}- lot 1 : gestion de la piscine des Lices ;\n- lot 2 : nettoyage des locaux.`,
        files: avisDes('Exploitation du centre aquatique des Lices', 'Nettoyage de la médiathèque et des bureaux'),
      },
      {
        text: `${LOTS}${DEUX_LOTS}Un même candidat peut présenter une offre pour un seul lot.`,
        files: avisLimite({ lotsSoumis: 1 }),
      },
      // « Plusieurs » may be two; what is asked of each lot limits nothing.
      {
        text: `${LOTS}${DEUX_LOTS}Les candidats peuvent répondre à un ou plusieurs lots. La visite des sites est possible pour tous les lots.`,
        files: avisLimite({ lotsSoumis: 2, lotsAttribues: 1 }),
      },
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
    yield* limited(piece, avis);
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
