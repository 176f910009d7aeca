import assert from 'node:assert/strict';
import { buyerIn, objet, objetDe } from '../../../rules/facts/piece/acheteur.ts';
import type { Piece } from '../../../rules/kit/piece.ts';
import { open } from '../../rules/tester.ts';

const piece = (text: string): Piece => open([{ path: 'rc.md', text: `${text}\n` }]).pieces[0] as Piece;
const buyer = (text: string) => piece(text).ask(objet).acheteur;
const category = (text: string) => piece(text).ask(objet).categorie;
/** So many lines that what follows is no longer the head of the piece. */
const AFTER_HEAD = `# Règlement\n\n${'Le candidat lit ce document.\n\n'.repeat(14)}`;

describe('the kind of body that buys', () => {
  const bodies = {
    'organisme-securite-sociale': [
      'Caisse primaire d’assurance maladie du Rhône',
      'CPAM de la Loire',
      'Urssaf Bretagne',
      'Caisse nationale d’assurance vieillesse',
      'MSA : caisse de mutualité sociale agricole',
    ],
    collectivite: [
      'Commune de Saint-Martin',
      'Ville de Lyon',
      'Conseil départemental de l’Isère',
      'Communauté d’agglomération du Pays bleu',
      'Syndicat mixte des eaux',
      'SDIS 38',
    ],
    etat: [
      'Ministère de la Culture',
      'Préfecture de la Drôme',
      'L’État, représenté par le directeur',
      'DREAL Occitanie',
      'Direction générale des finances publiques',
    ],
    autre: [
      'CHU de Nantes',
      'Centre hospitalier de Vienne',
      'Université de Lille',
      'Office public de l’habitat',
      'Lycée Jean-Moulin',
    ],
  } as const;
  for (const [who, names] of Object.entries(bodies))
    it(`is « ${who} » for ${names.join(', ')}`, () => {
      for (const name of names) {
        assert.equal(buyer(`# Règlement\n\n${name}`), who, name);
        assert.equal(buyer(`# Règlement\n\nAcheteur : ${name.toUpperCase()}`), who, name);
      }
    });

  it('is the first that a text names', () => {
    assert.equal(buyerIn('le ministere et la commune de saint-martin'), 'etat');
    assert.equal(buyerIn('la commune de saint-martin et le ministere'), 'collectivite');
    assert.equal(buyerIn('l’entreprise dupont'), undefined);
  });

  it('is that of the label « acheteur », before others that the head names', () => {
    for (const text of [
      'Le ministère finance l’opération.\n\nAcheteur : commune de Saint-Martin',
      'Le ministère finance l’opération.\n\nLe pouvoir adjudicateur est la commune de Saint-Martin.',
      'Le ministère finance l’opération.\n\nPouvoir adjudicateur du marché : commune de Saint-Martin',
      'Le ministère finance l’opération.\n\n| Rubrique | Valeur |\n|---|---|\n| Acheteur | Commune de Saint-Martin |',
      'Le ministère finance l’opération.\n\n| Acheteur | Objet |\n|---|---|\n| Commune de Saint-Martin | Nettoyage |',
    ])
      assert.equal(buyer(`# Règlement\n\n${text}`), 'collectivite', text);
  });

  it('is that of a label further on, where the first gives no body', () => {
    for (const text of [
      'Acheteur : voir ci-après\n\nPouvoir adjudicateur : commune de Saint-Martin',
      'Le représentant de l’acheteur : commune de Saint-Martin',
      '| Acheteur | Financeur |\n|---|---|\n| Régie Martin | Ministère |\n\nPouvoir adjudicateur : commune de Saint-Martin',
    ])
      assert.equal(buyer(`${AFTER_HEAD}${text}`), 'collectivite', text);
    assert.equal(buyer(`${AFTER_HEAD}| Acheteur | Financeur |\n|---|---|\n| Régie Martin | Ministère |`), undefined);
  });

  it('is no body that a label does not introduce', () => {
    for (const text of [
      'L’acheteur transmet le dossier à la préfecture.',
      'Attestation de l’acheteur : Urssaf',
      'Le représentant perçoit les cotisations : Urssaf',
    ])
      assert.equal(buyer(`${AFTER_HEAD}${text}`), undefined, text);
  });

  it('is no body that gives attestations or judges appeals', () => {
    for (const text of [
      'Le candidat joint l’attestation de l’Urssaf.',
      'Le candidat joint un certificat délivré par la préfecture.',
      'Les avis de marché sont transmis à la préfecture.',
      'Tribunal administratif, près la préfecture.',
    ])
      assert.equal(buyer(`# Règlement\n\n${text}`), undefined, text);
  });

  it('is, where the head names none, the one that the text names most', () => {
    const named = (...names: readonly string[]) => buyer(AFTER_HEAD + names.map((n) => `${n} choisit.`).join('\n\n'));
    assert.equal(named('La commune', 'La mairie', 'La commune'), 'collectivite');
    assert.equal(named('La commune', 'La commune'), undefined);
    assert.equal(named('La commune', 'La commune', 'La commune', 'La préfecture'), 'collectivite');
    assert.equal(named('La préfecture', 'La commune', 'La commune', 'La commune', 'La commune'), 'collectivite');
    assert.equal(named('La commune', 'La commune', 'La commune', 'La préfecture', 'La préfecture'), undefined);
    assert.equal(buyer(`${AFTER_HEAD}${'Le candidat joint l’attestation de l’Urssaf.\n\n'.repeat(3)}`), undefined);
  });
});

describe('what is bought', () => {
  it('is works where the piece says so', () => {
    for (const text of [
      'Marché public de travaux',
      'Le CCAG Travaux est applicable.',
      'Travaux de rénovation de l’école',
      'TRAVAUX DE VOIRIE',
    ])
      assert.equal(category(`# Règlement\n\n${text}`), 'travaux', text);
  });
  it('is supplies or services where it says so, or says nothing of works', () => {
    for (const text of [
      'Marché de fournitures',
      'Le CCAG-FCS est applicable.',
      'Location de véhicules',
      'Nature du marché : services',
      'Nettoyage de la vitrerie',
    ])
      assert.equal(category(`# Règlement\n\n${text}`), 'fournitures', text);
  });
  it('is not known where a building site is named and nothing else', () => {
    assert.equal(category('# Règlement\n\nLe chantier ouvre en mai.'), undefined);
    assert.equal(category('# Règlement\n\nTravaux de voirie.\n\nMaintenance des bornes.'), undefined);
  });
  it('is social services where it names them', () => {
    for (const text of [
      'Le marché porte sur des services sociaux et autres services spécifiques.',
      'La consultation est passée en application du 3° de l’article R. 2123-1.',
      'Marché de travaux et services spécifiques au sens de l’article R. 2123-1',
    ])
      assert.equal(category(`# Règlement\n\n${text}`), 'services-specifiques', text);
  });
  it('is what the head and the article on the object say, before the rest', () => {
    const rest = '## Exécution\n\nMarché de travaux.\n\nMarché de travaux.\n\nMarché de travaux.';
    assert.equal(category(`${AFTER_HEAD}## Objet\n\nLocation de bennes.\n\n${rest}`), 'fournitures');
    assert.equal(category(`${AFTER_HEAD}## Lieux\n\nLocation de bennes.\n\n${rest}`), 'travaux');
    assert.equal(category(`# Règlement\n\nLocation de bennes.\n\n${AFTER_HEAD.slice(14)}${rest}`), 'fournitures');
    assert.equal(
      category(`${AFTER_HEAD}## Exécution\n\nLocation de bennes.\n\nÉtude des sols.\n\nMarché de travaux.`),
      'fournitures',
    );
  });
  it('is what the front matter declares', () => {
    const text = '---\ndce:\n  categorie: travaux\n  acheteur: etat\n---\n\n# Règlement\n\nCommune de Lure : location.';
    assert.deepEqual(piece(text).ask(objet), { categorie: 'travaux', acheteur: 'etat' });
  });
});

describe('what is shown of the contract', () => {
  it('is what is bought and who buys', () => {
    const one = piece('# Règlement\n\nCommune de Lure\n\nLocation de bennes');
    assert.deepEqual(objet.show(one.ask(objet), one), { categorie: 'fournitures', acheteur: 'collectivite' });
  });
});

describe('what is bought and by whom, over several pieces', () => {
  const over = (...texts: readonly string[]) =>
    objetDe(
      open(texts.map((text, i) => ({ path: `${['rc', 'ccap', 'cctp'][i]}.md`, text: `${text}\n` }))).pieces[0] as Piece,
    );
  it('is what a piece says, else what another says', () => {
    const ccap = '# CCAP\n\nCommune de Lure\n\nMarché public de travaux';
    assert.deepEqual(over('# Règlement\n\nLe chantier ouvre.', ccap), {
      categorie: 'travaux',
      acheteur: 'collectivite',
    });
    assert.deepEqual(over('# Règlement\n\nLe chantier ouvre.'), { categorie: undefined, acheteur: undefined });
    assert.deepEqual(over('# Règlement\n\nPréfecture\n\nMarché de services', ccap), {
      categorie: 'fournitures',
      acheteur: 'etat',
    });
  });
  it('is what any front matter declares, before all that is read', () => {
    const declared = '---\ndce:\n  categorie: travaux\n  acheteur: etat\n---\n\n# CCAP\n\nLe prix est ferme.';
    assert.deepEqual(over('# Règlement\n\nCommune de Lure\n\nMarché de services', declared), {
      categorie: 'travaux',
      acheteur: 'etat',
    });
  });
});
