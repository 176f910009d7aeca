import { plain } from '../../kit/french/fold.ts';
import { fr } from '../../kit/french/pattern.ts';
import { has } from '../../kit/text.ts';
import type { SheetCell } from '../../kit/workbook.ts';
import type { Ligne, Tableau, Titre } from './tableau.ts';
import { uniteDe } from './unites.ts';

/** What is not to be touched of a schedule, whatever the prices. */
const FRAME =
  '(?:quantites?|libelles?|cadres?|structures?|formats?|formes?|designations?|lignes?|colonnes?|onglets?|formules?|presentations?|document|fichier|bordereau|unites?|intitules?|ordre)';
/** The buyer sets the price himself, and says so. */
const IMPOSED = fr`(?:prix|montants?|tarifs?|barèmes?|valeurs?|coûts?)(?: unitaires?| forfaitaires?| ht| h\.t\.?)* (?:imposée?s?|(?:fix|arrêt|détermin)ée?s? par(?! (?:le |la |les |l'|chaque )?(?:candidat|soumissionnaire|titulaire|entreprise))|non modifiables?|plafonds?|maximum|plancher|de référence|publics?|réglementée?s?)|(?:ne pas|non) (?:modifier|modifiables?|à modifier)(?! (?:les |la |le |l'|aux? )?${FRAME})|(?:modifi|chang)[a-z]+ (?:pas|ni) (?:les |ces |aux )?(?:prix|montants?|tarifs?|barèmes?)|montant (?:imposé|provisionnel|forfaitaire imposé)|provisions?|somme à valoir|pour mémoire|p\.? ?m|exemple|remise (?:consentie|sur)`;
const OURS = fr`(?:estimation|estimations|prix de l'administration|prix estimés?|à titre d'exemple)`;

/** A box that a candidate fills and that holds a price already, with its line. */
export interface PrixEcrit {
  readonly cell: SheetCell;
  readonly ligne: Ligne;
}

/** « 42,50 € HT » is a price too. */
const isPrice = ({ value, text }: SheetCell): boolean =>
  value ? value.units !== 0n : /^0*[1-9][\d ]*(?:,\d+)? ?(?:€|eur|euros?)(?: h\.?t\.?)?$/.test(plain(text).trim());

/** The titles that stand over each line: the last rows of words above it. */
function titlesByLine({ lignes, titres }: Tableau): ReadonlyMap<Ligne, readonly Titre[]> {
  const out = new Map<Ligne, readonly Titre[]>();
  let next = 0;
  let over: readonly Titre[] = [];
  for (const ligne of lignes) {
    const from = next;
    while ((titres[next]?.row.number ?? Number.POSITIVE_INFINITY) < ligne.row.number) next++;
    if (next > from) over = titres.slice(from, next);
    out.set(ligne, over);
  }
  return out;
}

const said = (titles: readonly Titre[]): string => titles.map((t) => t.folded).join(' ');

/** The prices that stand where the candidate is to write his. Empty where the buyer says that they are his. */
export function prixEcrits(table: Tableau): readonly PrixEcrit[] {
  const headers = [...table.columns.values()].map((c) => plain(c.text)).join(' ');
  const over = titlesByLine(table);
  // A title between lines holds for those below it; what stands around them holds for all.
  const last = table.lignes.at(-1)?.row.number ?? 0;
  const below = said(table.titres.filter((t) => t.row.number > last));
  if (has(`${table.entete} ${below} ${headers}`, IMPOSED) || has(table.notes, OURS)) return [];
  const role = table.columns.has('prix') ? 'prix' : 'montant';
  return table.lignes.flatMap((ligne) => {
    const cell = ligne.cells[role];
    if (!cell || !isPrice(cell) || cell.formula !== undefined) return [];
    const own = ligne.row.cells.map((c) => plain(c.text)).join(' ');
    return has(own, IMPOSED) || has(said(over.get(ligne) ?? []), IMPOSED) ? [] : [{ cell, ligne }];
  });
}

/** Of so many lines, the buyer gives most quantities: those that lack were forgotten. */
const MOSTLY = 0.6;

/** What stands for a quantity that is still to be given by the buyer. */
const TO_GIVE = /^(?:\?+|…+|\.{2,}|x{2,}|a (?:definir|preciser|determiner|confirmer))$/;

/** Lines for which the buyer was to give a quantity and does not; empty where candidates are to give them. */
export function quantitesAbsentes(table: Tableau): readonly Ligne[] {
  const header = table.columns.get('quantite');
  const all = table.lignes.filter((l) => !l.option);
  if (!header || all.length < 2 || has(`${table.notes} ${plain(header.text)}`, CANDIDATE)) return [];
  // A lump sum is counted once.
  const open = ({ cells: { quantite } }: Ligne) => !quantite || TO_GIVE.test(plain(quantite.text).trim());
  const isLeft = ({ cells: { libelle } }: Ligne) => libelle !== undefined && has(plain(libelle.text), CANDIDATE);
  const isNoted = ({ row }: Ligne) => row.cells.some((c) => NOTED.test(plain(c.text).trim()));
  const missing = all.filter(
    (l) => l.cells.unite && open(l) && !isNoted(l) && uniteDe(l.cells.unite.text) !== 'ens' && !isLeft(l),
  );
  return all.length - missing.length >= all.length * MOSTLY ? missing : [];
}

/** A line that is there for the record. */
const NOTED = /^(?:p\.? ?m\.?|pour memoire)$/;

const CANDIDATE = fr`(?:quantités? )?(?:à (?:compléter|renseigner|vérifier|proposer)|(?:proposée?s?|estimée?s?|renseignée?s?|vérifiée?s?|établie?s?) par (?:le |les |l')?(?:candidats?|soumissionnaires?|entreprises?|titulaires?))`;
