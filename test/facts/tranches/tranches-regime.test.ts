import assert from 'node:assert/strict';
import { trancheDelay } from '../../../rules/facts/tranches/delai.ts';
import { tranchesRegime } from '../../../rules/facts/tranches/regime.ts';
import { tranches } from '../../../rules/facts/tranches/tranches.ts';
import type { Piece } from '../../../rules/kit/piece.ts';
import { open } from '../../rules/tester.ts';

const piece = (text: string): Piece => open([{ path: 'rc.md', text: `${text}\n` }]).pieces[0] as Piece;
/** « jugement, affermissement, indemnités »: what the text settles. */
const settles = (text: string): string => {
  const { judged, affirmed, indemnities } = piece(text).ask(tranchesRegime);
  return [judged.length && 'jugement', affirmed.length && 'affermissement', indemnities.length && 'indemnités']
    .filter(Boolean)
    .join(', ');
};
const says = (expected: string, ...texts: readonly string[]) => {
  for (const text of texts) it(`« ${text.replace(/\n+/g, ' ⏎ ')} »`, () => assert.equal(settles(text), expected));
};

describe('firm and optional tranches are judged together where', () => {
  says(
    'jugement',
    'Les offres sont jugées sur la tranche ferme et les tranches optionnelles.',
    'Le prix est apprécié toutes tranches confondues.',
    'Le critère prix porte sur la somme des deux tranches.',
    'Les offres sont classées sur le montant total, y compris les tranches optionnelles.',
    'L’analyse du prix porte sur TF + TO.',
    'Le prix est noté tranches optionnelles incluses.',
    'Le marché est attribué sur la tranche ferme augmentée de la tranche optionnelle.',
    'LES OFFRES SONT JUGEES SUR L’ENSEMBLE DES DEUX TRANCHES.',
    '## Jugement des offres\n\nIl est tenu compte de la tranche ferme et des tranches optionnelles.',
    '## Jugement des offres\n\nLe montant total estimé couvre la tranche ferme et les tranches optionnelles.',
    '## Critères\n\nPrix : toutes tranches comprises.',
    '| Critère | Points | Assiette |\n|---|---|---|\n| Prix | 60 | tranche ferme et tranche optionnelle |',
    '| Tranche | Évaluée ? |\n|---|---|\n| Ferme : hall | oui |\n| Optionnelle : cour | oui |',
  );
  says(
    '',
    'Le marché comporte une tranche ferme et une tranche optionnelle.',
    'Les offres sont jugées sur le prix.',
    '| Tranche | Évaluée ? |\n|---|---|\n| Ferme : hall | oui |\n| Optionnelle : cour | non |',
    '| Tranche | Assurée ? |\n|---|---|\n| Ferme : hall | oui |\n| Optionnelle : cour | oui |',
    'La valeur estimée est appréciée toutes tranches comprises.',
    'Le montant du besoin, estimé toutes tranches confondues, est pris en compte.',
    '## Objet\n\nLe marché porte sur la tranche ferme et les tranches optionnelles.',
  );
  it('and these words are underlined', () => {
    const one = piece(
      'Le marché dure un an. Les offres sont jugées sur la tranche ferme et les tranches optionnelles.',
    );
    const [at] = one.ask(tranchesRegime).judged;
    assert.equal(one.draft.slice(at ?? one.draft.end), 'tranche ferme et les tranches optionnelles');
  });
});

describe('how a tranche is affirmed is said in', () => {
  says(
    'affermissement',
    'La tranche optionnelle est affermie par décision notifiée au titulaire.',
    'Les tranches optionnelles sont affermies au plus tard six mois après la notification.',
    'L’acheteur affermit la tranche optionnelle par ordre de service.',
    'L’affermissement est notifié par courrier.',
    'Le délai d’affermissement est de trois mois.',
    'L’affermissement de la tranche optionnelle 1 interviendra avant le 1er mars 2027.',
    'La tranche optionnelle sera levée sous réserve de l’obtention des crédits.',
    'L’activation de la tranche optionnelle fait l’objet d’un ordre de service.',
    'La tranche optionnelle n° 2 peut être activée dans les 12 mois.',
    'La tranche optionnelle est affermie le 1er mars 2027.',
    '## Activation de la tranche optionnelle\n\nElle ne pourra être prononcée après le 2 mai 2028.',
    '## TO2\n\nNous vous la notifions dans les huit mois qui suivent la réception de TF.',
    '3.4 L’affermissement de chaque tranche optionnelle est notifié par décision au plus tard le 1er mars 2027.',
    'En outre, l’affermissement des tranches optionnelles intervient dans les douze mois.',
    'Selon les crédits ouverts, l’affermissement de la tranche 2 sera décidé avant le 1er mars 2027.',
  );
  says(
    '',
    '## Affermissement de la tranche optionnelle par décision',
    'La tranche optionnelle est affermie.',
    'Les prix des tranches affermies sont révisés après un an.',
    'Le délai de la tranche optionnelle affermie est de six mois.',
    'Les conditions d’affermissement des tranches sont fixées à l’article 4 du CCAP.',
    'Les modalités d’affermissement figurent dans le CCAP.',
    'La tranche optionnelle est décrite au CCTP.',
    '## Tranche optionnelle 2\n\nElle est livrée dans les huit mois.',
    '## Réception\n\nElle est prononcée dans les huit mois.',
    // What follows the decision.
    'Le délai d’exécution court à compter de l’affermissement de la tranche optionnelle.',
    'Les prestations débutent deux semaines après l’affermissement de la tranche.',
    'La livraison qui suit l’affermissement de la tranche optionnelle est due sous trois mois.',
    'En l’absence d’affermissement de la tranche, le titulaire reste tenu par les délais.',
  );
  it('and these words are underlined', () => {
    const one = piece('Le marché dure un an. La tranche optionnelle est affermie par décision.');
    const [said] = one.ask(tranchesRegime).affirmed;
    assert.equal(one.draft.slice(said?.at ?? one.draft.end), 'affermie');
  });
  const affirms = (expected: string, ...texts: readonly string[]) => {
    for (const text of texts)
      it(`for ${expected || 'all'}: « ${text.replace(/\n+/g, ' ⏎ ')} »`, () => {
        const said = piece(text).ask(tranchesRegime).affirmed;
        assert.equal(said.map((s) => s.names.map((n) => n.number).join(' et ')).join(' puis '), expected);
      });
  };
  affirms(
    '2',
    'La tranche optionnelle n° 2 peut être activée dans les 12 mois.',
    'À l’issue de la tranche ferme, l’acheteur affermit la tranche optionnelle 2 dans les six mois.',
    '## Tranche optionnelle 2\n\nElle est affermie dans les douze mois.',
    '| Tranche | Décision |\n|---|---|\n| Optionnelle 2 | affermie avant le 1er mars 2027 |',
  );
  affirms('1 et 2', 'TO 1 et TO 2 sont affermies par décision.');
  affirms('1 puis 2', 'La TO 1 est affermie au bout de six mois. La TO 2 est affermie au bout de douze mois.');
  affirms(
    '',
    'Chaque tranche optionnelle est affermie par décision.',
    'Les tranches optionnelles 1 et 2 sont affermies par décision.',
    'La tranche optionnelle est affermie par décision.',
    'La tranche optionnelle 1 est affermie avant le 1er mars 2027, la tranche 2 six mois après.',
    'La tranche optionnelle 1 est affermie dans les six mois ; les suivantes le sont dans le même délai.',
  );
});

describe('an indemnity is spoken of in', () => {
  says(
    'indemnités',
    'Une indemnité d’attente est versée.',
    'Aucune indemnité de dédit n’est due.',
    'Le titulaire perçoit un dédit de 300 €.',
    'L’absence d’affermissement n’ouvre droit à aucune indemnité pour cette tranche.',
    'Une indemnité pour non-affermissement est prévue.',
    'Le titulaire ne perçoit aucune indemnité en cas de retard d’affermissement.',
  );
  says('', 'Une indemnité de retard est due.', 'Les candidats reçoivent une prime.');
  it('and these words are underlined', () => {
    const one = piece('Le marché dure un an. Une indemnité d’attente est versée.');
    const [at] = one.ask(tranchesRegime).indemnities;
    assert.equal(one.draft.slice(at ?? one.draft.end), 'indemnité d’attente');
  });
});

describe('what is shown of the régime', () => {
  const shown = (text: string) => {
    const one = piece(text);
    return tranchesRegime.show(one.ask(tranchesRegime), one);
  };
  it('is nothing where the piece settles nothing', () => {
    assert.equal(shown('Le marché dure un an.'), undefined);
  });
  it('is what it settles', () => {
    assert.deepEqual(shown('Aucune indemnité de dédit n’est due.'), {
      jugement: false,
      affermissement: false,
      indemnites: true,
    });
    assert.deepEqual(
      shown('La tranche optionnelle est affermie par décision. Le prix est jugé toutes tranches confondues.'),
      {
        jugement: true,
        affermissement: true,
        indemnites: false,
      },
    );
  });
});

describe('how long a tranche takes', () => {
  const delays = (text: string): string[] => {
    const one = piece(text);
    return one.ask(tranches).listed.map((t) => {
      const found = trancheDelay(one, t);
      return `${t.id} ${found ? one.draft.slice(found.at) : '–'}`;
    });
  };
  it('is said in its item, in a second sentence or in its row', () => {
    assert.deepEqual(
      delays('- Tranche ferme : étude, délai de six mois ;\n- Tranche optionnelle : pose. Elle s’exécute en 3 mois.'),
      ['ferme:1 six mois', 'optionnelle:1 3 mois'],
    );
    assert.deepEqual(
      delays(
        '| Tranche | Objet | Délai |\n|---|---|---|\n| Ferme | Étude | 6 mois |\n| Optionnelle | Pose | douze semaines |',
      ),
      ['ferme:1 6 mois', 'optionnelle:1 douze semaines'],
    );
  });
  it('is no other duration', () => {
    assert.deepEqual(
      delays(
        [
          '- Tranche ferme : étude, avec un délai de garantie d’un an ;',
          '- Tranche optionnelle 1 : pose, affermie dans un délai de six mois ;',
          '- Tranche optionnelle 2 : essais pendant six mois ;',
          '- Tranche optionnelle 3 : suivi, durée de six mois ou délai de huit mois.',
        ].join('\n'),
      ),
      ['ferme:1 –', 'optionnelle:1 –', 'optionnelle:2 –', 'optionnelle:3 –'],
    );
    assert.deepEqual(
      delays('Tranche ferme : étude, délai de six mois ; tranche optionnelle : pose, délai de 3 mois.'),
      ['ferme:1 six mois', 'optionnelle:1 3 mois'],
    );
    assert.deepEqual(
      delays('Le délai est de six mois.\n\n- Tranche ferme : étude ;\n- Tranche optionnelle : pose, durée de 3 mois.'),
      ['ferme:1 –', 'optionnelle:1 3 mois'],
    );
  });
});

describe('how a tranche is affirmed is told', () => {
  says(
    'affermissement',
    '| Tranche | Contenu | Confirmation |\n|---|---|---|\n| Ferme | tri | acquise |\n| Optionnelle | reliure | avant le 1er mars 2028 |',
  );
  says(
    '',
    '| Tranche | Contenu | Confirmation |\n|---|---|---|\n| Ferme | tri | avant le 1er mars 2028 |\n| Optionnelle | reliure | |',
  );
});
