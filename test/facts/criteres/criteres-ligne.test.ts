import assert from 'node:assert/strict';
import type { Critere } from '../../../rules/facts/criteres/arbre.ts';
import { criteres } from '../../../rules/facts/criteres/criteres.ts';
import type { Piece } from '../../../rules/kit/piece.ts';
import { open } from '../../rules/tester.ts';

const AWARD = '# Règlement de la consultation\n\n## Article 6 – Jugement des offres\n\n';
const UNITS = { percent: ' %', points: ' points', bare: '', coefficient: ' (coefficient)' } as const;

const weight = ({ weight: w, hole }: Critere): string =>
  w
    ? ` ${w.value}${w.upper === undefined ? '' : ` à ${w.upper}`}${UNITS[w.unit]}${w.of ? ` sur ${w.of}` : ''}`
    : hole
      ? ' à remplir'
      : '';
/** « n° 1 Prix 60 % [parts] | what is said of it ». */
const summary = (c: Critere, piece: Piece): string =>
  [
    `${c.number ? `n° ${c.number} ` : ''}${c.name}${weight(c)}${c.children.length > 0 ? ` [${c.children.map((x) => summary({ ...x, definition: [] }, piece)).join(' ; ')}]` : ''}`,
    ...c.definition.map((d) => piece.draft.slice(d.at)),
  ].join(' | ');

/** Reads an item of a list of criteria, the other item being « Réemploi : 10 % ». */
const read = (item: string): string => {
  const text = `${AWARD}Les critères sont les suivants :\n\n- ${item}\n- Réemploi : 10 %\n`;
  const [piece] = open([{ path: 'rc.md', text }]).pieces;
  assert.ok(piece);
  const found = piece.ask(criteres).grilles[0]?.criteria[0];
  return found && found.name !== 'Réemploi' ? summary(found, piece) : '';
};
const reads = (...cases: readonly (readonly [string, string])[]) => {
  for (const [item, expected] of cases) it(`« ${item} »`, () => assert.equal(read(item), expected));
};

describe('a line of a criterion', () => {
  describe('weighs it before or after, in any sign', () => {
    reads(
      ['Prix : 60 %', 'Prix 60 %'],
      ['Prix (60 %)', 'Prix 60 %'],
      ['Prix [60 %]', 'Prix 60 %'],
      ['Prix – 60 %', 'Prix 60 %'],
      ['Prix = 60 %', 'Prix 60 %'],
      ['Prix ; 60 %', 'Prix 60 %'],
      ['Prix, 60 %', 'Prix 60 %'],
      ['Prix 60 %', 'Prix 60 %'],
      ['Prix60.5 %', 'Prix 60.5 %'],
      ['« Prix » : 60 %', 'Prix 60 %'],
      ['**Prix** : 60 %', 'Prix 60 %'],
      ['60 % : prix', 'prix 60 %'],
      ['60% prix', 'prix 60 %'],
      ['60 % – prix', 'prix 60 %'],
      ['60 % pour le prix', 'prix 60 %'],
      ['60 % de la note pour le prix', 'prix 60 %'],
      ['60 % de la note finale : prix', 'prix 60 %'],
      ['60 points maximum pour le prix', 'prix 60 points'],
      ['60 points max. : prix', 'prix 60 points'],
      ['60 % du total : le prix', 'prix 60 %'],
      ['60 % au titre de la qualité', 'qualité 60 %'],
      ['60 points sont attribués au prix', 'prix 60 points'],
      ['60 points, est attribué au prix', 'prix 60 points'],
      ['(60 %) Prix', 'Prix 60 %'],
      ['[60 %] Prix', 'Prix 60 %'],
      ['Pondération de 60 % : prix', 'prix 60 %'],
      ['Prix : 60/100', 'Prix 60 points sur 100'],
      ['Prix : 60 points sur 100', 'Prix 60 points sur 100'],
      ['Prix : soixante pour cent', 'Prix 60 %'],
      ['Prix : entre 50 et 60 %', 'Prix 50 à 60 %'],
      ['Prix : coefficient 6', 'Prix 6 (coefficient)'],
      ['Prix - 60 % de la note globale', 'Prix 60 %'],
      ['Prix : 60 % maximum', 'Prix 60 %'],
      ['Prix, valant pour un total de 60 points', 'Prix 60 points'],
    );
  });

  describe('weighs it in a clause', () => {
    reads(
      ['Le prix sera pondéré à hauteur de 60 %', 'prix 60 %'],
      ['Prix pondéré à 60 %', 'Prix 60 %'],
      ['Le prix est affecté d’un poids de 60 %', 'prix 60 %'],
      ['Le prix compte pour 60 %', 'prix 60 %'],
      ['Le prix comptera pour 60 %', 'prix 60 %'],
      ['Le prix représente 60 %', 'prix 60 %'],
      ['Le prix représentera 60 % de la note', 'prix 60 %'],
      ['Le prix intervient pour 60 %', 'prix 60 %'],
      ['Le prix interviendra pour 60 %', 'prix 60 %'],
      ['Le prix vaut 60 %', 'prix 60 %'],
      ['Le prix pèse 60 %', 'prix 60 %'],
      ['Le prix pour 60 %', 'prix 60 %'],
      ['Le prix est noté sur un total de 60 points', 'prix'],
    );
  });

  describe('has a number, or words that lead to the name', () => {
    reads(
      ['Critère n° 1 : prix (60 %)', 'n° 1 prix 60 %'],
      ['Critère n°2 : prix, 60 %', 'n° 2 prix 60 %'],
      ['CRITERE N° 1 : PRIX (60 %)', 'n° 1 PRIX 60 %'],
      ['Critère 1 – Prix : 60 %', 'n° 1 Prix 60 %'],
      ['Critère 1.2 : prix : 60 %', 'n° 1.2 prix 60 %'],
      ['Critère n° 1-2 : prix : 60 %', 'n° 1.2 prix 60 %'],
      ['Critère 1) Prix : 60 %', 'n° 1 Prix 60 %'],
      ['Critère II : prix : 60 %', 'prix 60 %'],
      ['Critère IV. Prix : 60 %', 'Prix 60 %'],
      ['Sous-critère 1 : méthode : 60 %', 'n° 1 méthode 60 %'],
      ['Sous critères 2 : méthode : 60 %', 'n° 2 méthode 60 %'],
      ['a) Prix : 60 %', 'n° a Prix 60 %'],
      ['IV. Prix : 60 %', 'n° iv Prix 60 %'],
      ['1.2 Prix : 60 %', 'n° 1.2 Prix 60 %'],
      ['1.2.3 Prix : 60 %', 'n° 1.2.3 Prix 60 %'],
      ['1-2. Méthode : 60 %', 'n° 1.2 Méthode 60 %'],
      ['1 Prix des prestations : 60 %', 'n° 1 Prix des prestations 60 %'],
      ['12 Délais : 60 %', 'n° 12 Délais 60 %'],
      ['1/ Prix : 60 %', 'n° 1 Prix 60 %'],
      ['1 - Prix : 60 %', 'n° 1 Prix 60 %'],
      ['1- Prix : 60 %', 'n° 1 Prix 60 %'],
      ['1° Prix : 60 %', 'n° 1 Prix 60 %'],
      ['Le critère prix : 60 %', 'prix 60 %'],
      ['Le critère du prix : 60 %', 'prix 60 %'],
      ['Au critère des délais : 60 %', 'délais 60 %'],
      ['Un critère de prix : 60 %', 'prix 60 %'],
      ['Critère de la valeur technique : 60 %', 'valeur technique 60 %'],
      ['Critère de l’organisation : 60 %', 'organisation 60 %'],
      ['Critère relatif au prix : 60 %', 'prix 60 %'],
      ['Critères relatifs aux délais : 60 %', 'délais 60 %'],
      ['Critère relatif à la qualité : 60 %', 'qualité 60 %'],
      ['Critère relatif à l’organisation : 60 %', 'organisation 60 %'],
      ['Critère lié à la qualité : 60 %', 'qualité 60 %'],
      ['Critère lié au prix : 60 %', 'prix 60 %'],
      ['et enfin, le prix : 60 %', 'prix 60 %'],
      ['puis le prix : 60 %', 'prix 60 %'],
      ['dont : méthode, 60 %', 'méthode 60 %'],
      ['d’une part, le prix : 60 %', 'prix 60 %'],
      ['d’autre part : le prix : 60 %', 'prix 60 %'],
      ['ainsi que le prix, 60 %', 'prix 60 %'],
      ['en premier lieu, le prix : 60 %', 'prix 60 %'],
      ['Au second rang : le prix : 60 %', 'prix 60 %'],
      ['En troisième position le prix : 60 %', 'prix 60 %'],
      ['Note de prix : 60 %', 'prix 60 %'],
      ['Note du prix : 60 %', 'prix 60 %'],
      ['Note relative à la qualité : 60 %', 'qualité 60 %'],
      ['Note relative au prix : 60 %', 'prix 60 %'],
      ['Note « prix » : 60 %', 'prix 60 %'],
      ['Notes sur la qualité : 60 %', 'qualité 60 %'],
      ['Au titre de la qualité : 60 %', 'qualité 60 %'],
      ['Au titre de l’organisation : 60 %', 'organisation 60 %'],
      ['Au titre du prix : 60 %', 'prix 60 %'],
      ['Au titre des délais : 60 %', 'délais 60 %'],
      ['L’organisation : 60 %', 'organisation 60 %'],
      ['Sur le prix : 60 %', 'prix 60 %'],
      ['Sur l’organisation : 60 %', 'organisation 60 %'],
      ['Aux délais : 60 %', 'délais 60 %'],
      ['À la qualité : 60 %', 'qualité 60 %'],
    );
  });

  describe('says how it is judged', () => {
    reads(
      ['Qualité : 60 %, appréciée au regard du mémoire', 'Qualité 60 % | appréciée au regard du mémoire'],
      ['Qualité appréciée sur le mémoire : 60 %', 'Qualité 60 % | appréciée sur le mémoire'],
      ['Qualité, jugée d’après le mémoire (60 %)', 'Qualité 60 % | jugée d’après le mémoire'],
      ['Délais évalués sur le planning : 60 %', 'Délais 60 % | évalués sur le planning'],
      ['Qualité (60 %) : tenue du mémoire', 'Qualité 60 % | tenue du mémoire'],
      ['Qualité : tenue du mémoire (60 %)', 'Qualité 60 % | tenue du mémoire'],
      ['Qualité – tenue du mémoire – 60 %', 'Qualité 60 % | tenue du mémoire'],
      ['Qualité [tenue du mémoire] : 60 %', 'Qualité 60 % | tenue du mémoire]'],
      ['Qualité ; mémoire : 60 %', 'Qualité 60 % | mémoire'],
      ['Qualité. Mémoire : 60 %', 'Qualité 60 % | Mémoire'],
      ['Qualité (60 %). Elle est jugée sur le mémoire.', 'Qualité 60 % | Elle est jugée sur le mémoire'],
      ['Qualité sera analysée sur dossier : 60 %', 'Qualité 60 % | sera analysée sur dossier'],
      ['Les délais seront mesurés sur dossier : 60 %', 'délais 60 % | seront mesurés sur dossier'],
      ['Les délais sont calculés sur dossier : 60 %', 'délais 60 % | sont calculés sur dossier'],
      ['Le prix est déterminé sur le DQE : 60 %', 'prix 60 % | est déterminé sur le DQE'],
      ['Prix, calculé sur le DQE : 60 %', 'Prix 60 % | calculé sur le DQE'],
      ['Prix (montant du DQE) : 60 %', 'Prix 60 % | montant du DQE'],
      ['Qualité au vu du mémoire : 60 %', 'Qualité 60 % | au vu du mémoire'],
      ['Qualité au regard du mémoire : 60 %', 'Qualité 60 % | au regard du mémoire'],
      ['Qualité, au moyen du mémoire : 60 %', 'Qualité 60 % | au moyen du mémoire'],
      ['Qualité au travers du mémoire : 60 %', 'Qualité 60 % | au travers du mémoire'],
      ['Qualité sur la base du mémoire : 60 %', 'Qualité 60 % | sur la base du mémoire'],
      ['Qualité en fonction du mémoire : 60 %', 'Qualité 60 % | en fonction du mémoire'],
      ['Qualité à partir du mémoire : 60 %', 'Qualité 60 % | à partir du mémoire'],
      ['Qualité, selon le mémoire : 60 %', 'Qualité 60 % | selon le mémoire'],
      ['Qualité, compte tenu du mémoire : 60 %', 'Qualité 60 % | compte tenu du mémoire'],
      ['Prix, à savoir le montant du DQE : 60 %', 'Prix 60 % | à savoir le montant du DQE'],
      ['Qualité, y compris le mémoire : 60 %', 'Qualité 60 % | y compris le mémoire'],
      ['Qualité, notamment le mémoire : 60 %', 'Qualité 60 % | notamment le mémoire'],
      ['Qualité, qui est celle du mémoire : 60 %', 'Qualité 60 % | qui est celle du mémoire'],
      ['Qualité, composée des moyens : 60 %', 'Qualité 60 % | composée des moyens'],
      ['Qualité, avec le mémoire : 60 %', 'Qualité 60 % | avec le mémoire'],
      ['Qualité porte sur le mémoire : 60 %', 'Qualité 60 % | porte sur le mémoire'],
    );
  });

  describe('keeps in the name what only looks like more', () => {
    reads(
      ['Qualité et performance : 60 %', 'Qualité et performance 60 %'],
      ['Prix, qualité et délai : 60 %', 'Prix, qualité et délai 60 %'],
      ['Service après-vente : 60 %', 'Service après-vente 60 %'],
      ['Démarche d’éco-conception : 60 %', 'Démarche d’éco-conception 60 %'],
      ['Moyens dont dispose l’équipe : 60 %', 'Moyens dont dispose l’équipe 60 %'],
      ['Produits dont les délais sont courts : 60 %', 'Produits dont les délais sont courts 60 %'],
      ['Taux de remise : 60 %', 'Taux de remise 60 %'],
      ['Solutions v2.1 : 60 %', 'Solutions v2.1 60 %'],
    );
  });

  describe('may give its parts', () => {
    const parts = (item: string) => read(item).split(' | ')[0];
    for (const [item, expected] of [
      ['Qualité (60 %), dont méthode (40 %) et moyens (20 %)', 'Qualité 60 % [méthode 40 % ; moyens 20 %]'],
      ['Qualité 60 % : méthode 40 %, moyens 20 %', 'Qualité 60 % [méthode 40 % ; moyens 20 %]'],
      ['Qualité : méthode (40 %), moyens (20 %) : 60 %', 'Qualité 60 % [méthode 40 % ; moyens 20 %]'],
      ['Qualité : méthode 40 %, moyens 20 %, total 60 %', 'Qualité 60 % [méthode 40 % ; moyens 20 %]'],
      [
        'Qualité (60 points) décomposée comme suit : 40 points pour la méthode, 20 points pour les moyens',
        'Qualité 60 points [méthode 40 points ; moyens 20 points]',
      ],
      [
        'Qualité (60 %) répartis entre la méthode (40 %) et les moyens (20 %)',
        'Qualité 60 % [méthode 40 % ; moyens 20 %]',
      ],
      ['Qualité (60 %), à savoir méthode (40 %) et moyens (20 %)', 'Qualité 60 % [méthode 40 % ; moyens 20 %]'],
      ['Qualité 60 % dont 20 % pour la méthode', 'Qualité 60 % [méthode 20 %]'],
      [
        'Qualité (60 %), dont 40 % pour la méthode et 20 % pour les délais de restitution',
        'Qualité 60 % [méthode 40 % ; délais de restitution 20 %]',
      ],
      ['Qualité (60 %) : 40 % pour les délais inférieurs à dix jours, 20 % pour les autres', 'Qualité 60 %'],
      [
        'Qualité : 60 % (20 % de la note pour la méthode ; 40 % de la note pour les moyens)',
        'Qualité 60 % [méthode 20 % ; moyens 40 %]',
      ],
      [
        'Qualité (60 %) : méthode (40 % de la note technique), moyens (20 % du total)',
        'Qualité 60 % [méthode 40 % ; moyens 20 %]',
      ],
      [
        'Qualité (60 %) : méthode (soit, au plus, 40 %), moyens (soit 20 %)',
        'Qualité 60 % [méthode 40 % ; moyens 20 %]',
      ],
      // One weight more, after no « dont », is no part; neither are the rungs of a scale.
      ['Qualité (60 %) : méthode et moyens, sur 20 %', 'Qualité 60 %'],
      ['Qualité (60 %) : bonne 40 %, moyenne 20 %', 'Qualité 60 %'],
      ['Qualité (60 %) : offre conforme 40 %, sans réponse 20 %', 'Qualité 60 %'],
    ] as const)
      it(`« ${item} »`, () => assert.equal(parts(item), expected));
  });

  describe('may hold figures that are no weights', () => {
    reads(
      ['Qualité (60 %), au moins 20 % de matière recyclée', 'Qualité 60 % | au moins 20 % de matière recyclée'],
      [
        'Environnement : 60 % (part de papier recyclé supérieure à 30 %)',
        'Environnement 60 % | part de papier recyclé supérieure à 30 %',
      ],
      ['Environnement : papier à 30 % recyclé (60 %)', 'Environnement 60 % | papier à 30 % recyclé'],
      ['Environnement : 30 % de papier recyclé (60 %)', 'Environnement 60 % | 30 % de papier recyclé'],
      ['Remise : plus de 30 % (60 %)', 'Remise 60 % | plus de 30 %'],
      ['Remise : minimum 30 % (60 %)', 'Remise 60 % | minimum 30 %'],
      ['Remise : jusqu’à 30 % (60 %)', 'Remise 60 % | jusqu’à 30 %'],
      ['Remise : rabais de 30 % (60 %)', 'Remise 60 % | rabais de 30 %'],
      ['Prix : TVA 20 % (60 %)', 'Prix 60 % | TVA 20 %'],
      ['Prix : TVA à 20 % (60 %)', 'Prix 60 % | TVA à 20 %'],
      ['Prix : 5000 points (60 %)', 'Prix 60 % | 5000 points'],
      [
        'Délai (60 %), 10 points si le délai est inférieur à deux jours, 5 points sinon',
        'Délai 60 % | 10 points si le délai est inférieur à deux jours, 5 points sinon',
      ],
      [
        'Délai : 10 points si le délai est inférieur à deux jours, 5 points sinon',
        'Délai 10 points | si le délai est inférieur à deux jours, 5 points sinon',
      ],
      [
        'Délai : 5 points en cas de retard, 10 points pour un délai tenu',
        'Délai 10 points | 5 points en cas de retard | pour un délai tenu',
      ],
    );
  });

  describe('may be left to fill', () => {
    reads(
      ['Prix : XX %', 'Prix à remplir'],
      ['Prix XX %', 'Prix à remplir'],
      ['Prix : x %', 'Prix à remplir'],
      ['Prix : … %', 'Prix à remplir'],
      ['Prix (..... %)', 'Prix à remplir'],
      ['Prix : [à compléter] %', 'Prix à remplir'],
      ['Prix : [pondération]', 'Prix à remplir'],
      ['Prix : [poids à fixer]', 'Prix à remplir'],
      ['Prix : [nombre de points]', 'Prix à remplir'],
      ['Prix : __ points', 'Prix à remplir'],
      ['Prix : __ pts', 'Prix à remplir'],
      ['Prix : -- %', 'Prix à remplir'],
      ['Prix : xx/100', 'Prix à remplir'],
      ['Prix : xx / 100', 'Prix à remplir'],
      ['XX % : prix', 'prix à remplir'],
      ['[à compléter] points pour le prix', 'prix à remplir'],
      ['Le prix compte pour XX %', 'prix à remplir'],
      ['Prix (XX %), jugé sur le DQE', 'Prix à remplir | jugé sur le DQE'],
      ['Prix xx points : jugé sur le DQE', 'Prix à remplir | jugé sur le DQE'],
      ['Qualité, jugée sur le mémoire : XX %', 'Qualité à remplir | jugée sur le mémoire'],
      ['Prix : [à compléter], jugé sur le DQE', 'Prix | à compléter], jugé sur le DQE'],
    );
  });
});

describe('the weights of a list', () => {
  const all = (...items: string[]): string[] => {
    const text = `${AWARD}Les critères sont les suivants :\n\n${items.map((i) => `- ${i}`).join('\n')}\n`;
    const [piece] = open([{ path: 'rc.md', text }]).pieces;
    assert.ok(piece);
    return piece.ask(criteres).grilles.flatMap((g) => g.criteria.map((c) => summary({ ...c, definition: [] }, piece)));
  };
  const agree = (items: readonly string[], ...expected: string[]) =>
    it(items.join(' ; '), () => assert.deepEqual(all(...items), expected));

  describe('may be marks or bare numbers, if all of them are', () => {
    agree(['Prix noté sur 60 points', 'Délai noté sur 40 points'], 'Prix 60 points', 'Délai 40 points');
    agree(['Prix, noté sur 60', 'Délai, noté sur 40'], 'Prix 60 points', 'Délai 40 points');
    agree(['Prix sur 60 points', 'Délai sur 40 points'], 'Prix 60 points', 'Délai 40 points');
    agree(['Prix sur 65', 'Délai sur 35.'], 'Prix 65 points', 'Délai 35 points');
    agree(['Prix 60', 'Délai 40'], 'Prix 60', 'Délai 40');
    agree(['Prix : 60.', 'Délai (40)'], 'Prix 60', 'Délai 40');
    agree(['Prix 60.0', 'Délai 40.0'], 'Prix 60', 'Délai 40');
    agree(['Prix – 60', 'Délai – 40'], 'Prix 60', 'Délai 40');
    agree(['Prix = 60', 'Délai = 40'], 'Prix 60', 'Délai 40');
    agree(['Prix coef. 6', 'Délai coef. 4'], 'Prix 6 (coefficient)', 'Délai 4 (coefficient)');
    agree(['Prix : coefficient : 6', 'Délai : coefficient : 4'], 'Prix 6 (coefficient)', 'Délai 4 (coefficient)');
  });

  describe('are none of other numbers', () => {
    agree(['Prix du lot 60', 'Délai du lot 40'], 'Prix du lot 60', 'Délai du lot 40');
    agree(['Prix : annexe 60', 'Délai : annexe 40'], 'Prix', 'Délai');
    agree(['Prix (article 60)', 'Délai (article n° 40)'], 'Prix', 'Délai');
    agree(['Norme ISO 60', 'Prix : partie 40'], 'Norme ISO 60', 'Prix');
    agree(['Prix, chapitre 60', 'Délai, chapitre 40'], 'Prix, chapitre 60', 'Délai, chapitre 40');
    agree(['Prix soixante', 'Délai quarante'], 'Prix soixante', 'Délai quarante');
    agree(['Prix de 60 postes', 'Délai de 40 jours'], 'Prix de 60 postes', 'Délai de 40 jours');
    agree(['Prix 1400', 'Délai 40'], 'Prix 1400', 'Délai 40');
  });
});
