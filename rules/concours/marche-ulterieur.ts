import { clauseText } from '../clauses/clauses.ts';
import { lessSure } from '../facts/commun/index.ts';
import { concours, prime, suites } from '../facts/concours/index.ts';
import { insertAfter, insertBlockAfter } from '../kit/fix.ts';
import { defineRule } from '../kit/rule.ts';
import { ccp, guide } from '../kit/source.ts';

const SENTENCE =
  ' Le prix de ce marché tient compte de la prime, qui vient en déduction de la rémunération du titulaire.';

export default defineRule({
  id: 'concours/marche-ulterieur',
  title: 'Marché du lauréat mal annoncé',
  level: 'warning',
  pieces: ['reglement-concours', 'rc'],
  absence: true,
  why: `Le marché conclu avec le lauréat se passe de nouvelle mise en concurrence à la condition d'avoir été annoncé dès le concours. Son
prix tient compte de la prime déjà reçue : sans cela, le même travail est payé deux fois.`,
  sources: [guide('II.B.4', 17), guide('II.B.4', 18), ccp('R2122-6'), ccp('R2162-15'), ccp('R2162-21')],
  messages: {
    annonce:
      'Une prestation est confiée au lauréat sans qu’un marché soit annoncé.\nAnnoncer qu’un marché sera conclu avec le lauréat, ici et dans l’avis de concours, et dire que son prix tient compte de la prime.',
    prime:
      'Rien ne dit que le prix du marché du lauréat tient compte de la prime reçue.\nL’écrire : la prime vient en déduction de la rémunération.',
    cumul:
      'Le prix du marché du lauréat ne tiendrait pas compte de la prime reçue.\nSa rémunération doit en tenir compte. Écrire qu’elle vient en déduction.',
  },
  examples: {
    bad: [
      '# Règlement du concours\n\nUne prime de 9 000 € est versée. Le lauréat se voit attribuer le marché de scénographie.\n\n## Indemnité\n\n⟦Celle allouée au lauréat lui est acquise et s’ajoute aux honoraires de son marché, dont elle n’est pas retranchée.⟧\n',
      '# Règlement du concours\n\nUne prime de 9 000 € est versée. Le lauréat se voit attribuer le marché de scénographie.\n\n## Suite\n\nLa somme reçue demeure à l’atelier. ⟦Le prix du marché est fixé sans en tenir compte.⟧\n',
      {
        text: '# Règlement du concours\n\nUne prime de 6 000 € HT est versée à chaque équipe.\n\n⟦L’auteur du projet retenu assurera le suivi du chantier jusqu’à la réception.⟧\n',
        fixed: { gains: 'tient compte de la prime' },
      },
      '# Règlement du concours\n\nUn marché sera conclu avec le lauréat.\n\n## Prime\n\nUne prime de 9 000 € HT est versée. ⟦L’équipe retenue garde la sienne, qui vient en plus du prix de son marché.⟧\n',
      '# Règlement du concours\n\nUn marché sera conclu avec le lauréat.\n\n## Prime\n\nChaque équipe reçoit 9 000 € HT. ⟦Celle-ci s’ajoute aux honoraires du marché.⟧\n',
      {
        text: '# Règlement du concours\n\nUne prime de 6 000 € HT est versée. ⟦L’œuvre sera commandée au premier classé dès l’été.⟧\n',
        fixed: { gains: 'un marché de services, négocié avec' },
      },
      {
        text: '# Règlement du concours\n\nUne prime de 9 000 € HT est versée à chaque candidat. ⟦Un marché de services sera attribué au lauréat en application de l’article R. 2122-6.⟧\n',
        fixed: { gains: 'tient compte de la prime' },
      },
      {
        text: '# Règlement du hackathon\n\nAucune prime n’est versée. ⟦L’équipe lauréate sera chargée d’achever son prototype, moyennant 18 k€ HT.⟧\n',
        fixed: { gains: 'un marché de services, négocié avec' },
      },
      '# Règlement du concours\n\nUne prime de 9 000 € HT est versée. Le marché est négocié avec le lauréat. ⟦La prime ne vient pas en déduction du prix du marché.⟧\n',
      {
        text: '# Règlement du concours\n\nUne prime de 9 000 € HT est versée. ⟦Le développement de l’application sera confié à l’équipe lauréate.⟧\n',
        fixed: { gains: 'un marché de services, négocié avec' },
      },
      {
        text: '# Règlement du concours\n\nUne prime de 9 000 € HT est versée. ⟦À l’issue du concours, l’acheteur négocie avec les lauréats.⟧\n',
        fixed: { gains: 'tient compte de la prime' },
      },
    ],
    good: [
      '# Règlement du concours\n\nUne prime de 9 000 € est versée. Le lauréat se voit attribuer le marché de scénographie.\n\n## Indemnité\n\nCelle allouée au lauréat ne s’ajoute pas au prix de son marché : elle vient en déduction de ses honoraires. Le calendrier du marché est fixé sans en tenir compte.\n',
      '# Règlement du concours\n\nUne prime de 9 000 € est versée. Un marché sera conclu avec le lauréat ; il est évalué à 60 000 € HT, les primes non comprises. La prime s’impute sur sa rémunération.\n',
      '# Règlement du concours\n\nUn marché sera conclu avec le lauréat.\n\n## Prime\n\nUne prime de 9 000 € est versée. L’équipe retenue garde la sienne, qui vient en déduction du prix de son marché.\n',
      '# Règlement du concours\n\nUn marché sera conclu avec le lauréat.\n\n| Question | Réponse |\n|---|---|\n| Et les 9 000 € HT de prime ? | Ils sont déduits du premier acompte |\n',
      '# Règlement du concours\n\nUne prime de 9 000 € est versée. Un marché sera conclu avec le lauréat. La somme allouée à l’attributaire vient en avance sur ses honoraires.\n',
      '# Règlement du concours\n\nUne prime de 9 000 € est versée. Un marché de services sera conclu avec le lauréat ; la prime s’impute sur sa rémunération.\n',
      '# Règlement du concours\n\nUne prime de 9 000 € est versée. Un marché sera conclu avec le lauréat. Le montant de la prime vient en diminution de ses honoraires.\n',
      '# Règlement du concours\n\nUne prime de 9 000 € est versée. Un marché de services sera conclu avec le lauréat ; sa rémunération tient compte de la prime reçue.\n',
      '# Règlement du concours\n\nUne prime de 9 000 € est versée. Le marché sera attribué au lauréat. La prime versée à l’attributaire constituera une avance sur le montant du marché.\n',
      '# Règlement du concours\n\nUne prime de 9 000 € est versée. Le concours n’est suivi d’aucun marché.\n',
      '# Règlement du concours\n\nUne prime de 9 000 € est versée. Si un marché est passé plus tard, l’acheteur mettra en concurrence toutes les entreprises, lauréat compris.\n',
      '# Règlement du concours\n\nUne prime de 9 000 € est versée. Le lauréat présente son projet aux habitants.\n',
      {
        text: '# RC\n\nUne prime de 900 € est versée. Le marché est attribué au lauréat du classement.\n',
        head: { piece: 'rc', procedure: 'mapa' },
      },
    ],
    limits: [],
  },
  *check(piece) {
    if (piece.ask(concours).kind !== 'concours') return;
    const { contract, deduction, deductionAt } = piece.ask(suites);
    if (!contract) return;
    const { sentence, announced, doubt } = contract;
    if (!announced) {
      const text = clauseText('concours-marche-ulterieur');
      const fix = insertBlockAfter(piece, sentence.span, text, 'Annoncer le marché du lauréat');
      yield { at: sentence.span, message: 'annonce', doubt, fixes: [fix] };
      return;
    }
    if (deduction === 'apart' && deductionAt) {
      yield { at: deductionAt, message: 'cumul' };
      return;
    }
    // Where no prime is due, the absence of the prime is the fault.
    const { promised, amounts, doubt: ofPrime } = piece.ask(prime);
    if (deduction || !(promised || amounts.length > 0)) return;
    const fix = insertAfter(piece, sentence.span, SENTENCE, 'Écrire que le prix tient compte de la prime');
    yield { at: sentence.span, message: 'prime', doubt: lessSure(doubt, ofPrime), fixes: [fix] };
  },
});
