import assert from 'node:assert/strict';
import { openConsultation } from '../../../rules/consultation/open.ts';
import { capacites } from '../../../rules/facts/candidature/capacites.ts';
import { groupement } from '../../../rules/facts/candidature/groupement.ts';
import { labelled } from '../../../rules/facts/commun/cellules-dites.ts';
import { conditionsExecution } from '../../../rules/facts/execution/conditions.ts';
import { donneesPersonnelles } from '../../../rules/facts/execution/donnees.ts';
import { envoiFactures } from '../../../rules/facts/execution/facture.ts';
import { delaisPaiement } from '../../../rules/facts/execution/paiement.ts';
import { retenues } from '../../../rules/facts/execution/retenue.ts';
import { sousTraitanceInterdite } from '../../../rules/facts/execution/soustraitance.ts';
import { followsPartenariat, saidOfPartenariat } from '../../../rules/facts/partenariat/partenariat.ts';
import { procedure } from '../../../rules/facts/procedure/procedure.ts';
import { lonePhases } from '../../../rules/facts/recherche/phases.ts';
import { reliesOnExclusion, signaled } from '../../../rules/facts/recherche/recherche.ts';
import { suites } from '../../../rules/facts/recherche/suites.ts';

const pieceOf = (text: string, path = 'ccap.md') => {
  const [piece] = openConsultation([{ path, text }], { date: '2026-12-01' }).pieces;
  assert.ok(piece);
  return piece;
};
const table = (...rows: string[]) => ['| Point | Règle |', '|---|---|', ...rows.map((r) => `| ${r} |`)].join('\n');

describe('a cell with the label of its row', () => {
  it('is said in one', () => {
    const [one] = labelled(pieceOf(table('**Caution** | admise')).draft);
    assert.equal(one?.said.folded, 'caution : admise');
    assert.equal(one?.said.folded.slice(one.from), 'admise');
    assert.equal(one?.head?.folded, 'regle');
  });
  it('gives a retention, and no rate of another matter', () => {
    const rates = (row: string) =>
      pieceOf(table(row))
        .ask(retenues)
        .map(({ percent }) => percent);
    assert.deepEqual(rates('Retenue de garantie des lots 1 à 3 | 6 %'), [6]);
    assert.deepEqual(rates('Avance | 6 %'), []);
  });
  it('gives a time to pay, and none to check or to pay others', () => {
    const days = (row: string) =>
      pieceOf(table(row))
        .ask(delaisPaiement)
        .map((d) => d.days);
    assert.deepEqual(days('Virement au fournisseur | 55 jours'), [55]);
    assert.deepEqual(days('Contrôle de la facture | 55 jours'), []);
    assert.deepEqual(days('Paiement des sous-traitants | 55 jours'), []);
  });
  it('shuts the portal, or opens it', () => {
    const ways = (row: string) =>
      pieceOf(table(row))
        .ask(envoiFactures)
        .map(({ moyen }) => moyen);
    assert.deepEqual(ways('Chorus Pro | pas d’usage dans ce marché'), ['portail-exclu']);
    assert.deepEqual(ways('Chorus Pro | code service 12'), []);
  });
  it('forbids to hand over any part, or asks for an agreement', () => {
    const bans = (row: string) => pieceOf(table(row)).ask(sousTraitanceInterdite).length;
    assert.equal(bans('Recours à une autre entreprise | interdit'), 1);
    assert.equal(bans('Recours à une autre entreprise sans accord préalable | interdit'), 0);
  });
  it('says that personal data are processed for the buyer', () => {
    const processed = (row: string) => pieceOf(table(row)).ask(donneesPersonnelles).processing !== undefined;
    assert.ok(processed('Données personnelles des abonnés | hébergées pour notre compte'));
    assert.ok(!processed('Données personnelles | aucune n’est traitée pour notre compte'));
  });
  it('counts the partners, and tells what follows a missed target', () => {
    const head = '---\ndce:\n  procedure: partenariat-innovation\n---\n\n';
    const said = (text: string, signal: 'nombre' | 'fin' | 'objectif') =>
      saidOfPartenariat(pieceOf(head + text, 'rc.md'), signal) !== undefined;
    assert.ok(said(table('Titulaires retenus | deux'), 'nombre'));
    assert.ok(!said(table('Titulaires retenus | un ou plusieurs'), 'nombre'));
    const ends = '| Étape | Seuil visé | Sinon |\n|---|---|---|\n| 1 | tri de 3 t | le partenaire quitte le projet |';
    assert.ok(said(ends, 'fin'));
    assert.ok(said(ends, 'objectif'));
    assert.ok(!said(ends.replace('Sinon', 'Note').replace('quitte', 'rejoint'), 'fin'));
  });
});

describe('what is said in other forms', () => {
  it('keeps a tenth in guarantee', () => {
    const rates = (text: string) =>
      pieceOf(text)
        .ask(retenues)
        .map(({ percent }) => percent);
    assert.deepEqual(rates('La commune retient un dixième, à titre de garantie.'), [10]);
    assert.deepEqual(rates('La commune retient un dixième candidat, à titre de garantie.'), []);
  });
  it('pays at the end of a later month', () => {
    const days = (text: string) =>
      pieceOf(text)
        .ask(delaisPaiement)
        .map((d) => [d.days, d.endOfMonth]);
    assert.deepEqual(days('Le mémoire est payé le dernier jour du troisième mois suivant.'), [[90, true]]);
    assert.deepEqual(days('Le bilan est dressé le dernier jour du troisième mois suivant.'), []);
  });
  it('sends by post what the title names', () => {
    const ways = (title: string) =>
      pieceOf(`# CCAP\n\n## ${title}\n\nElles sont adressées par lettre au bureau 4.`).ask(envoiFactures).length;
    assert.equal(ways('Factures'), 1);
    assert.equal(ways('Réclamations'), 0);
  });
  it('bans a thing to sub-contractors among others, which is no ban of sub-contracting', () => {
    const bans = (text: string) => pieceOf(text).ask(sousTraitanceInterdite).length;
    assert.equal(bans('Le travail dissimulé est interdit à tous, y compris aux sous-traitants.'), 0);
    assert.equal(bans('Toute sous-traitance est interdite à tous.'), 1);
  });
  it('binds by an item that names what is good for the environment', () => {
    const green = (text: string) => pieceOf(text).ask(conditionsExecution).environnement.length > 0;
    assert.ok(green('- postes reconditionnés pour moitié\n- garantie de deux ans'));
    assert.ok(!green('- postes neufs pour moitié\n- garantie de deux ans'));
  });
  it('asks for a turnover under another name', () => {
    const asked = (text: string) =>
      pieceOf(text, 'rc.md')
        .ask(capacites)
        .chiffresAffaires.map((c) => c.multiple ?? c.montant);
    assert.deepEqual(
      asked('Ne sont admises que les sociétés dont les ventes annuelles dépassent le triple de ce montant.'),
      [3],
    );
    assert.deepEqual(asked('Le volume d’affaires du candidat est au moins de 90 000 €.'), [90000]);
    assert.deepEqual(asked('Les pénalités dépassent le triple de ce montant.'), []);
  });
  it('imposes a form by what happens otherwise, unless the next sentence says why', () => {
    const forms = (text: string) =>
      pieceOf(text, 'rc.md')
        .ask(groupement)
        .map(({ stade, motif }) => [stade, motif]);
    assert.deepEqual(
      forms('Plusieurs sociétés s’engagent pour le tout dès le dépôt, faute de quoi elles sont écartées.'),
      [['offre', false]],
    );
    assert.deepEqual(
      forms(
        'Après attribution, le groupement devient obligatoirement solidaire. Cette exigence tient au secours mutuel.',
      ),
      [['attribution', true]],
    );
  });
  it('follows no procedure that it had followed before, or that it denies', () => {
    const name = (text: string) => pieceOf(text, 'rc.md').ask(procedure).name;
    assert.equal(name('Nous recourons au partenariat d’innovation pour un robot.'), 'partenariat-innovation');
    assert.equal(
      name('Procédure : appel d’offres ouvert.\n\nLe port a déjà un partenariat d’innovation, conclu en 2024.'),
      'appel-offres-ouvert',
    );
    assert.equal(
      name('Procédure : appel d’offres ouvert.\n\nIl ne s’agit pas d’un partenariat d’innovation.'),
      'appel-offres-ouvert',
    );
    assert.equal(followsPartenariat(pieceOf('Texte.', 'rc.md')), undefined);
  });
});

describe('research in other forms', () => {
  const SIGNALS: readonly (readonly [string, Parameters<typeof signaled>[1], boolean])[] = [
    ['La région rembourse l’intégralité des dépenses.', 'finance-tout', true],
    ['La région rembourse une partie des dépenses.', 'finance-tout', false],
    ['Contenu :\n\n- moules et outillages', 'industriel', true],
    ['L’école a des moules et des outillages.', 'industriel', false],
    ['L’industrialisation donnera lieu à un marché distinct.', 'industriel', false],
    ['Le programme est un achat de R&D avant commercialisation.', 'apac', true],
  ];
  for (const [text, signal, said] of SIGNALS)
    it(`${said ? 'says' : 'does not say'} ${signal}: ${text.replaceAll('\n', ' ')}`, () =>
      assert.equal(signaled(pieceOf(text, 'cctp.md'), signal).length > 0, said));
  it('relies on the exclusion by its name, unless it does not', () => {
    assert.ok(reliesOnExclusion(pieceOf('Régime : exclusion propre aux services de recherche.', 'cctp.md')));
    assert.ok(
      !reliesOnExclusion(pieceOf('L’exclusion propre aux services de recherche n’est ici pas invoquée.', 'cctp.md')),
    );
  });
  it('keeps one firm at the end of phases told in a row, or when the others have left', () => {
    const lone = (text: string) => pieceOf(text, 'cctp.md').ask(lonePhases).length;
    assert.equal(lone('Phase 1 – étude : trois équipes. Phase 2 – essais : une seule équipe.'), 1);
    assert.equal(lone('Phase 1 – étude : trois équipes. Phase 2 – essais : deux équipes.'), 0);
    assert.equal(lone('Les équipes restantes réalisent les essais.'), 0);
    assert.equal(lone('L’équipe restante réalise les essais.'), 1);
  });
  it('promises the product by an option of the best, and no option on a prototype', () => {
    const promised = (text: string) => pieceOf(text, 'cctp.md').ask(suites).length;
    assert.equal(promised('Option au profit de la mieux classée : fourniture de trente bouées.'), 1);
    assert.equal(promised('Option au profit de la mieux classée : fourniture d’un prototype.'), 0);
  });
});
