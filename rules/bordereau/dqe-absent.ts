import { tableauxDe } from '../facts/bordereau/index.ts';
import { lotsAround, lotsNamed } from '../facts/commun/index.ts';
import { criteres } from '../facts/criteres/index.ts';
import { plain } from '../kit/french/fold.ts';
import { fr } from '../kit/french/pattern.ts';
import type { Consultation, Piece } from '../kit/piece.ts';
import { defineRule } from '../kit/rule.ts';
import { ccp } from '../kit/source.ts';

const DQE = fr`d\.?q\.?e|détails? (?:quantitatifs? )?(?:et )?estimatifs?|devis quantitatifs?(?: estimatifs?)?|scénarios? (?:de commandes?|de consommation|d'achat|type)|simulations? de commandes?|commandes? types?|panier (?:type|moyen)`;
const JUDGED = fr`prix|critères?|not(?:e|es|ée|é|és|ées|ation)|jug(?:é|ée|és|ées|ement)|appréci(?:é|ée|és|ées)|analys(?:e|é|ée|és|ées)|compar(?:é|ée|és|ées|aison)|évalu(?:é|ée|és|ées|ation)`;
const SECRET = fr`(?:non|pas) (?:communiquée?s?|transmise?s?|remise?s?|fournie?s?|portée?s? à la connaissance|joint[a-z]*|publiée?s?|diffusée?s?)|masquée?s?|cachée?s?|secr(?:et|ets|ète|ètes)|confidentiel(?:s|le|les)?|(?:tirée?s?|tirage) au sort|scellée?s?|établie?s? par (?:le pouvoir adjudicateur|l'acheteur)|élaborée?s? par (?:le pouvoir adjudicateur|l'acheteur)|(?:remplie?s?|établie?s?|fournie?s?|produit[a-z]*) par (?:le|les|chaque) (?:candidats?|soumissionnaires?)`;
const RC = '## Jugement des offres\n\n';
const BPU = 'N°;Désignation;Unité;Prix unitaire HT\n1;Tonte;m2;\n2;Taille;ml;\n';
const DQE_LOT = 'N°;Désignation;Unité;Quantité;Prix unitaire HT\n1;Tonte;m2;4;\n2;Taille;ml;5;\n';
const NAMED =
  /\bd\.?q\.?e\b|\bdetails? (?:quantitatifs? )?(?:et )?estimatifs?|\bdevis quantitatifs?|\bscenarios?\b|\bsimulations?\b|\bpaniers?\b|\bcommandes? types?\b/;

const spaced = (name: string): string => plain(name).replace(/[^a-z0-9]+/g, ' ');

/** True where words name an estimate, of these lots or of none. */
const names = (words: string, lots: readonly string[]): boolean =>
  NAMED.test(words) && (lotsNamed(words).length === 0 || meet(lotsNamed(words), lots));
const meet = (a: readonly string[], b: readonly string[]): boolean =>
  b.length === 0 || a.some((lot) => b.includes(lot));

/** True where a schedule has lines to estimate the lots by; where the buyer names his estimates, others are none. */
function hasTable(consultation: Consultation, lots: readonly string[]): boolean {
  const all = tableauxDe(consultation).flatMap(({ tableau }) => (tableau.kind === 'dqe' ? [tableau] : []));
  const named = all.filter((t) => t.named);
  return (named.length > 0 ? named : all).some(({ lignes }) => lignes.some((l) => !l.lot || meet([l.lot.id], lots)));
}

/** True when a file or a part of a piece is the estimate on which the prices of these lots, or of any, are judged. */
function stands(consultation: Consultation, lots: readonly string[]): boolean {
  // A schedule that is read tells by its tables whose estimate it is.
  const isRead = ({ data, kinds }: Piece) => data?.form === 'classeur' && kinds.includes('dqe');
  if (hasTable(consultation, lots) || consultation.of('dqe').some((p) => !isRead(p))) return true;
  const titles = consultation.pieces.flatMap((p) => p.draft.headings.map((h) => h.folded));
  const read = new Set(consultation.companions.filter(isRead).map((p) => p.path));
  const files = [...consultation.files, ...consultation.companions.map((p) => p.path)].filter((f) => !read.has(f));
  return [...titles, ...files.map(spaced)].some((words) => names(words, lots));
}

export default defineRule({
  id: 'bordereau/dqe-absent',
  title: 'Prix jugé sur un détail estimatif que le dossier n’a pas',
  level: 'warning',
  pieces: ['rc'],
  dossier: true,
  why: 'Quand le prix est jugé sur un détail estimatif ou un scénario de commandes, les candidats doivent l’avoir, ou savoir qu’il est gardé secret. Sinon la note de prix repose sur un document que personne ne peut vérifier.',
  sources: [ccp('R2152-11'), ccp('R2132-1')],
  messages: {
    missing:
      'Le prix est jugé sur {what}, que le dossier ne contient pas.\nLes candidats ne peuvent savoir comment ils seront notés. Joindre ce document, ou dire qu’il est gardé secret.',
  },
  examples: {
    bad: [
      {
        text: `${RC}| Critère | Poids |\n| --- | --- |\n| ⟦Prix, jugé au vu du DQE⟧ | 60 % |\n| Valeur technique | 40 % |`,
        files: { 'bpu.csv': BPU },
      },
      {
        text: `${RC}- Prix : 60 % ;\n- Valeur technique : 40 %.\n\n⟦Le prix est apprécié au vu du détail quantitatif estimatif (DQE).⟧`,
        files: { 'bpu.csv': BPU },
      },
      {
        text: `${RC}- Prix : 60 % ;\n- Valeur technique : 40 %.\n\n⟦Le critère du prix est noté sur un scénario de commandes.⟧`,
        files: { 'bpu.csv': BPU },
      },
      // The estimate of another lot.
      {
        text: '## Jugement des offres\n\n### Critères du lot 1\n\n- Prix, jugé sur le DQE : 60 % ;\n- Valeur technique : 40 %.\n\n### Critères du lot 2\n\n- ⟦Prix, jugé sur le DQE : 60 % ;⟧\n- Valeur technique : 40 %.',
        files: { 'dqe lot 1.csv': DQE_LOT, 'bpu lot 2.csv': BPU },
      },
    ],
    good: [
      {
        text: '## Jugement des offres\n\n### Critères du lot 1\n\n- Prix, jugé sur le DQE : 60 % ;\n- Valeur technique : 40 %.\n\n### Critères du lot 2\n\n- Prix, jugé sur le DQE : 60 % ;\n- Valeur technique : 40 %.',
        files: { 'dqe lot 1.csv': DQE_LOT, 'dqe lot 2.csv': DQE_LOT, 'bpu lot 2.csv': BPU },
      },
      {
        text: `${RC}| Critère | Poids |\n| --- | --- |\n| Prix, jugé au vu du bordereau | 60 % |\n| Valeur technique | 40 % |`,
        files: { 'bpu.csv': BPU },
      },
      {
        text: `${RC}- Prix : 60 % ;\n- Valeur technique : 40 %.\n\nLe prix est apprécié au vu du détail quantitatif estimatif (DQE).`,
        files: {
          'bpu.csv': BPU,
          'dqe.csv': 'N°;Désignation;Unité;Quantité;Prix unitaire HT\n1;Tonte;m2;4;\n2;Taille;ml;5;\n',
        },
      },
      {
        text: `${RC}- Prix : 60 % ;\n- Valeur technique : 40 %.\n\nLe prix est jugé sur un détail estimatif masqué, non communiqué aux candidats.`,
        files: { 'bpu.csv': BPU },
      },
      {
        text: `${RC}- Prix : 60 % ;\n- Valeur technique : 40 %.\n\nLe prix est apprécié au vu du DQE joint.`,
        files: { 'bpu.csv': BPU, 'DQE.pdf': '' },
      },
      // A dossier of which no schedule is known is not judged.
      { text: `${RC}- Prix : 60 % ;\n- Valeur technique : 40 %.\n\nLe prix est apprécié au vu du DQE.` },
    ],
    limits: [],
  },
  *check(piece) {
    const { consultation } = piece;
    if (consultation.of('bpu', 'dpgf').every((p) => !p.data) || piece.ask(criteres).grilles.length === 0) return;
    const judged = piece.draft.sentencesWith(DQE).filter((s) => s.has(JUDGED) && !s.passage.heading);
    const met = new Set<string>();
    for (const sentence of judged) {
      const lots = lotsAround(sentence);
      const key = lots.join(' ');
      if (met.has(key) || stands(consultation, lots)) continue;
      met.add(key);
      const around = [sentence, sentence.previous, ...sentence.passage.sentences];
      if (around.some((s) => s?.has(SECRET)) || sentence.section.under(SECRET)) continue;
      const found = sentence.find(DQE);
      const what = found ? `« ${piece.draft.slice(sentence.at(found)).replace(/\s+/g, ' ')} »` : 'un détail estimatif';
      yield { at: sentence.span, message: 'missing', data: { what } };
    }
  },
});
