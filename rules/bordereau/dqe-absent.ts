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
const NAMED =
  /\bd\.?q\.?e\b|\bdetails? (?:quantitatifs? )?(?:et )?estimatifs?|\bdevis quantitatifs?|\bscenarios?\b|\bsimulations?\b|\bpaniers?\b|\bcommandes? types?\b/;

/** True when a file or a part of a piece is the estimate on which prices are judged. */
function stands(consultation: Consultation): boolean {
  if (consultation.of('dqe').length > 0) return true;
  const titles = consultation.pieces.flatMap((p: Piece) => p.draft.headings.map((h) => h.folded));
  const names = [...consultation.files, ...consultation.companions.map((p) => p.path)].map((f) =>
    plain(f).replace(/[^a-z0-9]+/g, ' '),
  );
  return [...titles, ...names].some((t) => NAMED.test(t));
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
    ],
    good: [
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
    const [sentence] = piece.draft.sentencesWith(DQE).filter((s) => s.has(JUDGED) && !s.passage.heading);
    if (!sentence || stands(consultation)) return;
    const around = [sentence, sentence.previous, ...sentence.passage.sentences];
    if (around.some((s) => s?.has(SECRET)) || sentence.section.under(SECRET)) return;
    const found = sentence.find(DQE);
    const what = found ? `« ${piece.draft.slice(sentence.at(found)).replace(/\s+/g, ' ')} »` : 'un détail estimatif';
    yield { at: sentence.span, message: 'missing', data: { what } };
  },
});
