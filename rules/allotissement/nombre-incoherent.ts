import { areRows, type Lot, type LotCount, lots, recount } from '../facts/allotissement/index.ts';
import { lotsSetOut, placeName } from '../facts/dossier/index.ts';
import { replace } from '../kit/fix.ts';
import type { Piece } from '../kit/piece.ts';
import { defineRule, type Report } from '../kit/rule.ts';
import { ccp, guide } from '../kit/source.ts';

type Message = 'differs' | 'elsewhere' | 'gap' | 'twice';

/** Lots 1 A and 1 B, 1.1 and 1.2 are parts of lot 1: a count may mean either. */
const isSubLot = (l: Lot): boolean => /^\d+(?:[.-]\d+|[a-h])$/.test(l.number);

/** Lots 4 and 5 of five: the numbers themselves tell of others, that are not put up here. */
const isPartOf = (list: readonly Lot[], announced: number): boolean =>
  list.every((l) => /^\d+$/.test(l.number) && Number(l.number) > 1 && Number(l.number) <= announced);

function* numbering(piece: Piece, list: readonly Lot[]): Generator<Report<Message>> {
  const seen = new Map<string, Lot>();
  for (const lot of list) {
    const first = seen.get(lot.number);
    if (!first) seen.set(lot.number, lot);
    else if (areRows(first, lot) && first.object && lot.object && first.object.text !== lot.object.text)
      yield {
        at: lot.whole,
        message: 'twice',
        data: { lot: lot.number.toUpperCase(), announced: '', listed: 0 },
        related: [{ piece, at: first.whole, message: 'Le même numéro est déjà pris ici.' }],
      };
  }
  const ordered = [...seen.values()]
    .filter((l) => /^\d+$/.test(l.number))
    .sort((a, b) => Number(a.number) - Number(b.number));
  if (ordered.length !== seen.size || Number(ordered[0]?.number) > 1) return;
  for (const [i, lot] of ordered.entries()) {
    const next = ordered[i + 1];
    const missing = String(Number(lot.number) + 1);
    if (next && Number(next.number) > Number(missing) && !piece.ask(lots).titled.has(missing)) {
      yield { at: next.whole, message: 'gap', data: { lot: Number(lot.number) + 1, announced: '', listed: 0 } };
      return;
    }
  }
}

/** One number taken twice is a slip; several are what is told of each lot, row by row. */
function slips(found: Iterable<Report<Message>>): Report<Message>[] {
  const all = [...found];
  return all.filter(({ message }) => message === 'twice').length > 1
    ? all.filter(({ message }) => message !== 'twice')
    : all;
}

/** A number alone, where another piece lists the lots, and as many of them nowhere. */
function* listedElsewhere(piece: Piece, announced: readonly LotCount[]): Generator<Report<Message>> {
  const [count] = announced;
  const lists = piece.consultation.pieces.flatMap((other) => {
    const list = other === piece ? undefined : lotsSetOut(other);
    return list ? [{ other, first: list.lots[0], size: new Set(list.lots.map((l) => l.number)).size, list }] : [];
  });
  const [one] = lists;
  if (!count || !one?.first || count.value < 2) return;
  const isTold = lists.some(({ size, list }) =>
    announced.some((a) => a.value === size || isPartOf(list.lots, a.value) || list.lots.some(isSubLot)),
  );
  // Two pieces that announce as many are right against a list that may be of a part.
  const others = piece.consultation.pieces.filter((p) => p !== piece).flatMap((p) => p.ask(lots).announced);
  if (isTold || others.some((a) => a.value === count.value)) return;
  const text = piece.draft.slice(count.at);
  const written = recount(text, one.size, false);
  yield {
    at: count.at,
    message: 'elsewhere',
    data: { announced: text.replace(/\s+/g, ' '), listed: one.size, lot: placeName(one.other) },
    ...(written && { fixes: [replace(piece, count.at, written, `Annoncer « ${written} »`)] }),
    related: [{ piece: one.other, at: one.first.whole, message: 'Les lots sont listés ici.' }],
  };
}

/** « Les prestations sont réparties en trois lots : », right over the list. */
const leadsTo = ([first]: readonly Lot[], { sentence }: LotCount): boolean => {
  const { lead, table, before } = first?.passage ?? {};
  const isAbove = before !== undefined && sentence.passage === before && /: ?$/.test(before.folded);
  return isAbove || sentence.passage === lead || (table !== undefined && sentence.passage === table.lead);
};

export default defineRule({
  id: 'allotissement/nombre-incoherent',
  title: 'Nombre ou numéros de lots incohérents',
  level: 'error',
  pieces: ['rc', 'cctp', 'ccap', 'ae'],
  why: `Le nombre de lots et leur liste disent ensemble ce qui est mis en concurrence. S'ils se contredisent, un lot peut manquer de candidats ou de base légale, et son attribution est fragile.`,
  sources: [guide('I.C', 10), ccp('L2113-10')],
  messages: {
    differs:
      'Le texte annonce « {announced} » et en liste {listed}.\nLes deux doivent concorder. Corriger le nombre ou la liste.',
    elsewhere:
      'Le texte annonce « {announced} », et on en lit {listed} {lot}.\nLes candidats ne savent à quoi répondre. Corriger le nombre, ou la liste.',
    gap: 'La liste des lots saute le numéro {lot}.\nUn candidat peut croire qu’un lot manque. Renuméroter ou ajouter le lot.',
    twice:
      'Deux lots d’objets différents portent le numéro {lot}.\nUne offre ne peut être rattachée à l’un ou à l’autre. Renuméroter.',
  },
  examples: {
    bad: [
      {
        text: '## Lots\n\nLes prestations sont décomposées en ⟦cinq lots⟧, chacun faisant l’objet d’un marché séparé :\n\na) lot 1 : vitres ;\nb) lot 2 : sols.',
        fixed: { gains: 'en deux lots, chacun' },
      },
      {
        text: 'Les fournitures des ⟦quatre lots⟧ sont livrées au dépôt. Ces lots se présentent ainsi :\n\n   Lot 1   Rayonnages métalliques et échelles\n   Lot 2   Chariots et transpalettes manuels\n   Lot 3   Bacs de rangement\n',
        fixed: { gains: 'des trois lots' },
      },
      {
        text: 'On peut répondre à un lot ou aux deux lots.\n\nLa consultation comprend ⟦trois lots⟧ :\n\nLot 1 : Étude des usages\nLot 2 : Charte de signalétique\n',
        fixed: { gains: 'comprend deux lots' },
      },
      {
        text: 'Le présent cahier est commun aux deux lots.\n\nLes prestations sont réparties en ⟦trois lots⟧ :\n\n- lot 1 : site internet\n- lot 2 : campagne',
        fixed: { gains: 'en deux lots' },
      },
      {
        text: 'L’achat se partage en lots. Ils sont au nombre de ⟦cinq⟧ : le lot 1 porte sur les bancs ; le lot 2 sur les potelets ; le lot 3 sur les grilles.',
        fixed: { gains: 'au nombre de trois' },
      },
      {
        text: 'En ⟦quatre marchés⟧, attribués séparément.\n\n| N° | Langues | Nature |\n|---|---|---|\n| 1 | breton | écrit |\n| 2 | gallo | oral |\n| 3 | basque | écrit |',
        fixed: { gains: 'En trois marchés' },
      },
      {
        text: 'Les ⟦trois lots⟧ (lot 1, bancs ; lot 2, potelets) donnent chacun un accord-cadre.',
        fixed: { gains: 'Les deux lots' },
      },
      {
        text: '⟦Quatre lots⟧ en forment l’ensemble :\n\n- ☐ Lot 1 : bancs\n- ☐ Lot 2 : potelets\n- ☐ Lot 3 : grilles',
        head: { piece: 'ae' },
        fixed: { gains: 'Trois lots en forment' },
      },
      {
        text: 'L’opération est répartie en ⟦trois unités (lots)⟧, que voici.\n\n| Lot | Objet |\n|---|---|\n| ☐ Lot 1 | Bancs |\n| ☐ Lot 2 | Potelets |',
        fixed: { gains: 'répartie en deux unités (lots)' },
      },
      {
        text: 'Le présent cahier est commun aux ⟦quatre lots⟧.',
        head: { piece: 'ccap' },
        files: { 'rc.md': '# RC\n\n## Lots\n\n- lot 1 : bancs ;\n- lot 2 : potelets.' },
        fixed: { gains: 'commun aux deux lots' },
      },
      {
        text: '⟦Trois lots⟧ au total. Cocher celui que l’acte concerne :\n\n- ☐ Lot 1 : bancs\n- ☐ Lot 2 : potelets',
        head: { piece: 'ae' },
        fixed: { gains: 'Deux lots au total' },
      },
      {
        text: 'Un contrat est signé pour chacun des ⟦quatre lots⟧. Il s’agit du lot 1 (charpente), du lot 2 (couverture) et du lot 3 (enduits).',
        fixed: { gains: 'chacun des trois lots' },
      },
      {
        text: 'La ville passera ⟦quatre marchés⟧ distincts, un par lot.\n\n- Lot 1 : bancs ;\n- Lot 2 : potelets ;\n- Lot 3 : corbeilles.',
        fixed: { gains: 'passera trois marchés distincts' },
      },
      {
        text: 'Le marché comprend ⟦trois lots⟧.\n\n### Lot 1\n\nPortes et serrures\n\n### Lot 2\n\nCloisons mobiles',
        fixed: { gains: 'comprend deux lots' },
      },
      {
        text: '⟦Nombre de lots : 3⟧\n\nLot choisi :\n\n- [ ] 1 : bancs\n- [ ] 2 : potelets\n',
        fixed: { gains: 'Nombre de lots : 2' },
      },
      {
        text: 'Ce cahier traite des ⟦cinq lots⟧ :\n\n- lot 1 : serrures ;\n- lot 2 : vitrages ;\n- lot 3 : stores.',
        fixed: 'Ce cahier traite des trois lots :\n\n- lot 1 : serrures ;\n- lot 2 : vitrages ;\n- lot 3 : stores.',
      },
      {
        text: 'Consultation relative aux vélos de la ville (⟦2 lots⟧).\n\n| N° | Vélo |\n|---|---|\n| 1 | Vélos cargos |\n| 2 | Vélos pliants |\n| 3 | Tricycles |',
        fixed: { gains: '(3 lots)' },
      },
      {
        text: 'L’accord-cadre est divisé en ⟦quatre lots⟧ :\n\n- Lot 1 : balises ;\n- Lot 2 : supervision ;\n- Lot 3 : maintenance.',
        fixed: { gains: 'divisé en trois lots' },
      },
      {
        text: '| **Lots** | La consultation comporte ⟦3 lots⟧ |\n|---|---|\n\n## Lots\n\n| N° | Désignation |\n|---|---|\n| 1 | Mobilier |\n| 2 | Matériel |\n| 3 | Entretien |\n| 4 | Signalétique |',
        fixed: { gains: 'comporte 4 lots' },
      },
      {
        text: 'Le marché est alloti en ⟦trois lots⟧ : lot 1, fourniture des bornes ; lot 2, habillage.',
        fixed: 'Le marché est alloti en deux lots : lot 1, fourniture des bornes ; lot 2, habillage.',
      },
      'Les lots sont les suivants :\n\n- Lot 1 : balises ;\n- Lot 2 : supervision ;\n- ⟦Lot 4 : maintenance⟧.',
      '| Lot | Objet |\n|---|---|\n| 1 | Mobilier |\n| 2 | Matériel |\n| ⟦2 | Entretien⟧ |',
      {
        text: 'Les fournitures sont réparties en ⟦quatre familles⟧, chacune constituant un lot :\n\n- Lot 1 : papeterie ;\n- Lot 2 : classement ;\n- Lot 3 : petit matériel.',
        fixed: { gains: 'réparties en trois familles' },
      },
      {
        text: '⟦NOMBRE DE LOTS : 2⟧\n\n## Lots\n\n- Lot A : nord\n- Lot B : sud\n- Lot C : ouest',
        fixed: { gains: 'NOMBRE DE LOTS : 3' },
      },
      {
        text: 'Le marché porte sur la signalisation, dont les lots sont :\n\n- Lot 1 : balises ;\n- Lot 2 : supervision.\n\nSes clauses s’appliquent à chacun des ⟦trois lots⟧ de l’accord-cadre.',
        fixed: { gains: 'chacun des deux lots de l’accord-cadre' },
      },
      {
        text: 'Les lots sont :\n\n- Lot 1 : balises ;\n- Lot 2 : supervision.\n\nLes critères sont communs aux ⟦quatre lots⟧.',
        fixed: { gains: 'communs aux deux lots' },
      },
      {
        text: 'Les lots sont :\n\n- Lot 1 : balises ;\n- Lot 2 : supervision.\n\nLe candidat peut répondre aux ⟦trois lots⟧ de la présente consultation.',
        fixed: { gains: 'répondre aux deux lots' },
      },
      {
        text: 'L’opération est partagée en ⟦trois lots⟧ :\n\n- Lot 1 : toiture ;\n- Lot 2 : façades.',
        fixed: { gains: 'partagée en deux lots' },
      },
      {
        text: 'Les travaux forment ⟦quatre lots⟧ :\n\n- Lot 1 : toiture ;\n- Lot 2 : façades ;\n- Lot 3 : vitrerie.',
        fixed: { gains: 'forment trois lots' },
      },
      '## Lots\n\nLot 1 : balises\nLot 2 : supervision\n⟦Lot 2 : pose⟧',
    ],
    good: [
      // The lines of a schedule are no lots.
      '## Lots\n\nL’accord-cadre comprend deux lots :\n\n☐ Lot 1 — Bâtiments scolaires\n\n☐ Lot 2 — Mairie\n\n## C. Prestations occasionnelles (deux lots)\n\n| N° | Prestation |\n|---|---|\n| 3.1 | Passage |\n| 3.2 | Nacelle |\n| 3.3 | Samedi |',
      '## Lots\n\n| Lot | Désignation | Estimation |\n|---|---|---|\n| 1 | Gros œuvre | 620 000 € |\n| 2 | Second œuvre | 410 000 € |\n| 1 à 2 | Ensemble | 1 030 000 € |',
      'Les fournitures des deux lots réservés sont livrées au dépôt. Les lots se présentent ainsi :\n\n   Lot 1   Rayonnages métalliques\n   Lot 2   Chariots et transpalettes\n   Lot 3   Bacs de rangement\n',
      'Le marché est réparti en deux lots :\n\n- lot 1 : site internet\n- lot 2 : campagne\n\nLa commune a passé trois lots en 2024.',
      'Le marché est divisé en lots : lot 1 : balises ; lot 2 : supervision. Visite : lot 1 : lundi ; lot 2 : mardi.',
      '| Lot | Poste | Quantité |\n|---|---|---|\n| 1 | Bancs | 4 |\n| 1 | Tables | 6 |\n| 2 | Lampes | 9 |\n| 2 | Câbles | 3 |',
      {
        text: 'Le présent cahier est commun aux deux lots.',
        head: { piece: 'ccap' },
        files: { 'rc.md': '# RC\n\n## Lots\n\n- lot 1 : bancs ;\n- lot 2 : potelets.' },
      },
      'Le marché est divisé en quatre lots. Les prix du lot 1 (charpente), du lot 2 (couverture) et du lot 3 (enduits) sont fermes.',
      '# CCTP\n\n## Lot 1 – Fruits\n\nFrais.\n\n## Lots 2 et 3 – Repas livrés\n\nChauds ou froids.\n\n## Lot 4 – Bacs\n\nEn inox.',
      'Lots du marché :\n\n- Lot 1 : balises ;\n- Lot 2 : supervision ;\n- Lot 3 : pose.\n\nLe candidat remet un mémoire pour les deux lots de la consultation auxquels il répond.',
      'Lots du marché :\n\n- Lot 1 : balises ;\n- Lot 2 : supervision ;\n- Lot 3 : pose.\n\nLe titulaire des deux lots réservés rend compte. Chacun des deux lots de travaux est soumis à visite.',
      'Lots du marché :\n\n- Lot 1 : balises ;\n- Lot 2 : supervision.\n\nChacun des trois lots du marché précédent avait son titulaire.',
      'La ville a quatre marchés forains et ouvre un lot par emplacement.\n\n- Lot 1 : bancs ;\n- Lot 2 : potelets ;\n- Lot 3 : corbeilles.',
      'Le marché comprend trois lots.\n\n## Prescriptions\n\n### Lot 1\n\nLes portes sont posées par le titulaire, qui en règle les serrures.\n\n### Lot 2\n\nLes cloisons sont livrées montées.',
      'Le marché comprend trois lots. Le candidat coche ce qu’il joint :\n\n- [ ] 1 : mémoire technique\n- [ ] 2 : bordereau des prix\n',
      'L’opération compte quatre lots. Le présent marché ne porte que sur les derniers : lot 3, peinture ; lot 4, sols.',
      'Les travaux sont répartis en deux zones, qui forment chacune un lot :\n\n- Lot 1 : nord ;\n- Lot 2 : sud.',
      'Le bâtiment comprend cinq zones. Chaque corps d’état forme un lot :\n\n- Lot 1 : peinture ;\n- Lot 2 : sols.',
      'Le marché est divisé en deux lots :\n\n- Lot 1 : balises ;\n- Lot 2 : supervision.',
      'Le marché est divisé en trois lots. Un candidat peut se voir attribuer deux lots au maximum.\n\n| Lot | Objet |\n|---|---|\n| 1 | Mobilier |\n| 2 | Matériel |\n| 3 | Entretien |',
      'Le titulaire livre deux lots de vingt tables.\n\n- Lot 1 : balises ;\n- Lot 2 : supervision ;\n- Lot 3 : pose.',
      'Le marché est divisé en trois lots définis au règlement.\n\n## Prescriptions du lot 2\n\nLe lot 2 : nettoyage.',
      'Le marché comprend deux lots :\n\n- Lot 1A : travaux nord ;\n- Lot 1B : travaux sud ;\n- Lot 2 : maintenance.',
      'Le marché est relancé pour les lots suivants :\n\n- Lot 2 : peinture ;\n- Lot 5 : plomberie.',
      'Le marché comprend deux lots.\n\n- Lot 1 : mobilier ;\n- Lot 2 : matériel.\n\n## Estimation\n\n- Lot 1 : 10 000 € HT ;\n- Lot 2 : 20 000 € HT.',
    ],
    limits: [],
  },
  *check(piece) {
    const { announced, list } = piece.ask(lots);
    if (!list) {
      yield* listedElsewhere(piece, announced);
      return;
    }
    const listed = new Set(list.lots.map((l) => l.number)).size;
    const doubled = slips(numbering(piece, list.lots));
    const wrong: LotCount[] =
      list.lots.some(isSubLot) || doubled.some((d) => d.message === 'twice')
        ? []
        : announced.filter((a) => a.value !== listed && !isPartOf(list.lots, a.value));
    // One announcement that agrees with the list speaks for the contract; another count has another scope, but for the one that leads to the list.
    const [count] = announced.some((a) => a.value === listed) ? wrong.filter((a) => leadsTo(list.lots, a)) : wrong;
    if (!count) {
      if (!list.lots.some(isSubLot)) yield* doubled;
      return;
    }
    const text = piece.draft.slice(count.at);
    const written = recount(text, listed, false);
    const first = list.lots[0];
    yield {
      at: count.at,
      message: 'differs',
      data: { announced: text.replace(/\s+/g, ' '), listed, lot: '' },
      ...(written && { fixes: [replace(piece, count.at, written, `Annoncer « ${written} »`)] }),
      ...(first && { related: [{ piece, at: first.whole, message: 'Les lots sont listés ici.' }] }),
    };
  },
});
