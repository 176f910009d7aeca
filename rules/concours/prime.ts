import { clause } from '../clauses/clauses.ts';
import { concours, placeOf, prime } from '../facts/concours/index.ts';
import { appendSection, appendToSection, field, insertAfter, replace } from '../kit/fix.ts';
import type { Piece } from '../kit/piece.ts';
import { defineRule } from '../kit/rule.ts';
import { ccp, guide } from '../kit/source.ts';

const AMOUNT = `${field('montant de la prime')} € HT`;

/** Where a prize is to be told of, and its clause to put there. */
function placed(piece: Piece) {
  const { at, section } = placeOf(piece, 'prime');
  const { body, heading = 'Prime' } = clause('concours-prime');
  const title = 'Ajouter la prime';
  const fix = section ? appendToSection(piece, section, body, title) : appendSection(piece, heading, body, title);
  return { at, fixes: [fix] };
}

export default defineRule({
  id: 'concours/prime',
  title: 'Prime absente, ou sans montant',
  level: 'error',
  pieces: ['reglement-concours', 'rc'],
  absence: true,
  why: `Une prime est due aux participants qui remettent un projet conforme au règlement du concours, et son montant doit être connu dès la
consultation. Sans elle, seules les grandes structures peuvent se permettre de concourir.`,
  sources: [guide('II.B.4', 18), ccp('R2162-20')],
  messages: {
    absente:
      'Aucune prime n’est prévue pour les participants.\nElle est due aux participants du concours qui remettent un projet conforme. La prévoir, avec son montant.',
    refusee:
      'Le règlement refuse toute prime aux participants.\nElle est due aux participants du concours qui remettent un projet conforme. La prévoir, avec son montant.',
    montant:
      'La prime est annoncée sans son montant.\nIl doit être indiqué dans les documents de la consultation. L’inscrire ici.',
  },
  examples: {
    bad: [
      {
        text: '# ⟦Règlement du concours⟧\n\nLe concours est ouvert. L’organisateur souscrit une prime d’assurance de 400 €.\n',
        fixed: { gains: 'reçoit une prime de' },
      },
      {
        text: '# Règlement du concours\n\nChaque participant reçoit une ⟦prime⟧.\n',
        fixed:
          '# Règlement du concours\n\nChaque participant reçoit une prime de [à compléter : montant de la prime] € HT.\n',
      },
      {
        text: '# Règlement du concours\n\nChaque équipe reçoit une prime, ⟦dont le montant sera arrêté par délibération du conseil⟧.\n',
        fixed:
          "# Règlement du concours\n\nChaque équipe reçoit une prime, d'un montant de [à compléter : montant de la prime] € HT.\n",
      },
      {
        text: '# Règlement du concours\n\nUne prime est versée aux concurrents. Le montant de la prime ⟦sera fixé ultérieurement⟧.\n',
        fixed:
          '# Règlement du concours\n\nUne prime est versée aux concurrents. Le montant de la prime est fixé à [à compléter : montant de la prime] € HT.\n',
      },
      // What cites the law on primes promises none: the words that give it do.
      {
        text: '# Règlement du concours\n\nLes règles relatives aux primes sont celles du code.\n\nTout concurrent admis perçoit une ⟦prime⟧.\n',
        fixed: { gains: 'perçoit une prime de' },
      },
      '# Règlement du concours\n\n⟦Aucune prime n’est versée aux participants.⟧\n',
      '# Règlement du concours\n\nLes candidats qui remettent un projet conforme reçoivent une ⟦prime⟧ de XXXX € HT.\n',
      '# Règlement du hackathon\n\nLe hackathon prend la forme d’un concours ouvert. ⟦La participation n’ouvre droit à aucune prime ni indemnité.⟧\n',
    ],
    good: [
      '# Règlement du concours\n\nLe travail remis est dédommagé : 12 000 € HT pour chaque équipe admise.\n',
      '# Règlement du concours\n\n## Sommes allouées (€ HT)\n\n| Rang | Somme |\n|---|---|\n| Premier | 5 000 |\n| Deuxième | 3 000 |\n',
      '# Règlement du concours\n\n| Place | Somme versée |\n|---|---|\n| 1re | 5 000 € |\n| 2e | 3 000 € |\n',
      '# Règlement du concours\n\n## Primes\n\nToute équipe admise ayant remis un projet conforme reçoit 128 000 € HT, soit le prix estimé des études demandées affecté d’un abattement de 20 %. La prime est réduite pour un projet incomplet.\n',
      '# Règlement du concours\n\nChaque participant qui remet un projet conforme reçoit une prime de 9 000 € HT.\n',
      '# Règlement du concours\n\nUne prime sera allouée à chacun des concurrents. Son montant maximal est fixé à 50 500€ euros hors taxe.\n',
      '# Règlement du concours\n\n## Prime\n\nLes trois équipes retenues perçoivent chacune douze mille euros.\n',
      '# Règlement du concours\n\n| Rubrique | Montant |\n|---|---|\n| Prime par concurrent | 8 000 € HT |\n| Durée | 3 mois |\n',
      '# Règlement du concours\n\nLe montant de la prime est indiqué dans l’avis de concours.\n',
      '# Règlement du concours\n\nUne indemnité de 5 000 € est versée à chaque candidat admis. Aucune prime n’est due pour un projet non conforme.\n',
      '# Règlement du hackathon\n\nAucune prime n’est versée et aucun marché n’est conclu.\n',
      { text: '# RC\n\nAucune prime n’est versée aux candidats.\n', head: { piece: 'rc', procedure: 'mapa' } },
    ],
    limits: [],
  },
  *check(piece) {
    if (piece.ask(concours).kind !== 'concours') return;
    const { promised, word, refused, amounts, otherwise, deferred, blank, doubt } = piece.ask(prime);
    if (amounts.length > 0 || otherwise) return;
    if (!promised || !word) {
      yield refused ? { at: refused.span, message: 'refusee', doubt } : { ...placed(piece), message: 'absente' };
      return;
    }
    const title = 'Inscrire le montant de la prime';
    if (deferred) {
      const words = deferred.relative ? `d'un montant de ${AMOUNT}` : `est fixé à ${AMOUNT}`;
      yield { at: deferred.at, message: 'montant', fixes: [replace(piece, deferred.at, words, title)] };
    } else
      yield {
        at: word,
        message: 'montant',
        doubt,
        fixes: blank || doubt ? [] : [insertAfter(piece, word, ` de ${AMOUNT}`, title)],
      };
  },
});
