import assert from 'node:assert/strict';
import { openConsultation } from '../../../rules/consultation/open.ts';
import { piecesListe } from '../../../rules/facts/piece/pieces-liste.ts';
import type { Piece } from '../../../rules/kit/piece.ts';

const open = (text: string) => openConsultation([{ path: 'rc.md', text }], { date: '2026-12-01' }).pieces[0] as Piece;
/** « ccap », « plan du reseau », « annexe 2: inventaire ». */
const read = (text: string) =>
  open(text)
    .ask(piecesListe)
    .map((p) => p.nom ?? (p.annexe ? `annexe ${p.annexe}: ${p.folded}` : p.folded));
const listed = (...items: string[]) =>
  `Le dossier de consultation comprend :\n\n${items.map((i) => `- ${i}`).join('\n')}\n`;

describe('the documents that a règlement lists', () => {
  const INTRODUCTIONS: readonly (readonly [introduction: string, read: boolean])[] = [
    ['Le dossier de consultation comprend :', true],
    ['LE DOSSIER DE LA CONSULTATION DES ENTREPRISES (DCE) CONTIENT LES DOCUMENTS SUIVANTS :', true],
    ['Le D.C.E. est constitué de :', true],
    ['Les documents de la consultation sont les suivants :', true],
    ['Le dossier, remis gratuitement aux entreprises, réunit :', true],
    ['Le dossier se compose des pièces suivantes :', true],
    ['Sont remis gratuitement aux candidats :', true],
    ['Sont mis à disposition des opérateurs économiques les éléments suivants :', true],
    ['Les candidats disposent des documents suivants :', true],
    ['Les candidats téléchargent sur le profil d’acheteur :', true],
    ['Le dossier technique comprend :', false],
    ['Le dossier des ouvrages exécutés comprend :', false],
    ['Le dossier de candidature comprend :', false],
    ['Le dossier remis par le candidat comprend :', false],
    ['Le candidat remet un dossier qui comprend :', false],
    ['Leur offre comprend :', false],
    ['Le dossier comprend, pour une candidature :', false],
    ['Le dossier comprend ; chaque offre comprend :', false],
    ['Le marché comprend :', false],
    ['Sont remis à chaque candidat :', true],
    ['Est remis à l’entreprise ce qui suit :', true],
    ['Le candidat reçoit les documents suivants :', true],
    ['Le candidat télécharge les documents suivants :', true],
    ['Les opérateurs trouvent sur la plateforme :', true],
    ['Sont remis aux candidats : rien. Il est dû :', false],
    ['Les candidats disposent du site. Il comporte :', false],
    ['Les documents remis aux candidats sont gratuits.', false],
  ];
  for (const [introduction, expected] of INTRODUCTIONS)
    it(`are ${expected ? 'what' : 'not what'} « ${introduction} » introduces`, () =>
      assert.deepEqual(
        read(`${introduction}\n\n- le CCTP ;\n- le plan du réseau.\n`),
        expected ? ['cctp', 'le plan du reseau'] : [],
      ));

  it('are not the rows of a form whose box is left empty', () =>
    assert.deepEqual(
      read('## Dossier de consultation\n\n| Pièce | Remise |\n|---|---|\n| CCTP | ☒ |\n| Plans des unités | ☐ |\n'),
      ['cctp'],
    ));

  it('are not what tells how they are had', () =>
    assert.deepEqual(
      read(
        "## Contenu du dossier\n\n- CCTP\n- Carnet de tournées : état 2025\n- Retrait : profil d'acheteur, gratuit.\n- Questions : jusqu'au 5 janvier.\n- Délai de réponse : six jours.\n",
      ),
      ['cctp', 'carnet de tournees : etat 2025'],
    ));

  const TITLES: readonly (readonly [title: string, read: boolean])[] = [
    ['Contenu du dossier', true],
    ['Article 3 – Composition du dossier de consultation', true],
    ['Pièces de la consultation', true],
    ['Liste des documents de la consultation', true],
    ['Le dossier de consultation', true],
    ['Dossier', true],
    ['DCE', true],
    ['Documents remis aux candidats', true],
    ['Contenu du dossier de candidature', false],
    ['Contenu du dossier d’offre', false],
    ['Pièces à remettre dans le dossier', false],
    ['Documents de la consultation : modification', false],
    ['Retrait du dossier de consultation', false],
    ['Pièces constitutives du marché', false],
    ['Composition du DCE', true],
    ['Pièce de la consultation', true],
    ['Document de la consultation', true],
    ['Le dossier technique', false],
    ['DCE et visite', false],
    ['Visite et dossier de consultation', false],
    ['Contenu du dossier de réponse', false],
    ['Prix', false],
  ];
  for (const [title, expected] of TITLES)
    it(`are ${expected ? '' : 'not '}those of a list under the title « ${title} »`, () =>
      assert.deepEqual(
        read(`## ${title}\n\nListe :\n\n- le CCTP ;\n- le plan du réseau.\n`),
        expected ? ['cctp', 'le plan du reseau'] : [],
      ));

  const ITEMS: readonly (readonly [item: string, ...expected: string[]])[] = [
    ['le présent règlement de la consultation', 'rc'],
    ['RC', 'rc'],
    ['le règlement du concours', 'reglement-concours'],
    ['le cahier des clauses administratives particulières (CCAP)', 'ccap'],
    ['le C.C.T.P. et ses annexes', 'cctp'],
    ['le cahier des charges', 'cctp'],
    ['le cahier des charges fonctionnel', 'programme-fonctionnel'],
    ['le programme fonctionnel détaillé', 'programme-fonctionnel'],
    ['l’acte d’engagement (A.E.), à compléter', 'ae'],
    ['le bordereau des prix unitaires', 'bpu'],
    ['la décomposition du prix global et forfaitaire (DPGF)', 'dpgf'],
    ['le détail quantitatif estimatif', 'dqe'],
    ['le CCAP et le CCTP', 'ccap', 'cctp'],
    ['le CCAP valant cahier des clauses techniques', 'ccap'],
    ['le CCAP faisant office de CCTP', 'ccap'],
    // What is said of a document is no part of its name.
    ['le plan du réseau, qui date de 2020', 'le plan du reseau'],
    ['le plan du réseau ainsi que ses légendes', 'le plan du reseau'],
    ['le cadre de réponse technique à remplir par le candidat', 'le cadre de reponse technique'],
    ['2. le plan du réseau ;', 'le plan du reseau'],
    ['– 3° le plan du réseau.', 'le plan du reseau'],
    // Annexes.
    ['annexe 1 : charte informatique', 'annexe 1: charte informatique'],
    ['Annexe n° 2 au CCTP : inventaire des bornes', 'annexe 2: inventaire des bornes'],
    ['l’annexe A (plan des locaux)', 'annexe a: plan des locaux'],
    ['le CCTP, annexe 3 – plan des locaux', 'cctp', 'annexe 3: plan des locaux'],
    ['annexes n°12 : plans', 'annexe 12: plans'],
    ['annexe no 3 : plans', 'annexe 3: plans'],
    ['annexe III : plans', 'annexe iii: plans'],
    ['annexe1: plans', 'annexe 1: plans'],
    ['annexe 2 à l’acte d’engagement, plans', 'annexe 2: plans'],
    ['annexe 2 : (a)'],
    ['annexe 5 : (plan des locaux ))', 'annexe 5: (plan des locaux'],
    ['12.) le plan du réseau...', 'le plan du reseau'],
    ['3°plan du réseau', 'plan du reseau'],
    ['le cadre de réponse dûment rempli', 'le cadre de reponse'],
    ['le plan, commun à tous', 'le plan'],
    ['les plans communs à tous', 'les plans'],
    ['le plan établi par la Ville', 'le plan'],
    ['les notices établies par la Ville', 'les notices'],
    ['le plan, daté de mai', 'le plan'],
    ['le plan, signé', 'le plan'],
    ['les plans éventuels'],
    ['le plan éventuel'],
    ['la notice éventuelle'],
    ['http://marches.example/plans'],
    ['les notices, contenues dans le CCTP', 'cctp'],
    ['la notice, contenue dans le CCTP', 'cctp'],
    ['la DPGF, annexée au CCTP', 'cctp'],
    ['le DQE, annexé au CCTP', 'cctp'],
    ['annexe 4'],
    ['le CCTP et son annexe 1', 'cctp'],
    // No file of the dossier: a published text, a form that everybody has.
    ['l’avis d’appel public à la concurrence'],
    ['le CCAG-TIC'],
    ['les formulaires DC1 et DC2'],
    ['le DUME'],
    ['la lettre d’invitation'],
    ['la norme NF EN 12464'],
    // Elsewhere, in another piece, or to come.
    ['les plans, consultables sur place'],
    ['le diagnostic amiante, remis lors de la visite'],
    ['le CCAP, téléchargeable sur le profil d’acheteur', 'ccap'],
    ['le BPU, annexé à l’acte d’engagement', 'ae'],
    ['le CCAP valant acte d’engagement', 'ccap'],
    ['le devis valant acte d’engagement', "le devis valant acte d'engagement"],
    ['les clés, annexées à l’acte d’engagement', 'ae'],
    ['annexe B : plan des locaux', 'annexe b: plan des locaux'],
    ['annexe A – plan des locaux', 'annexe a: plan des locaux'],
    ['le cas échéant, les plans'],
    ['https://marches.example/plans'],
    ['les plans, sur demande'],
    ['les plans, sur simple demande'],
    ['le plan, consultable à la mairie'],
    ['le plan téléchargeable'],
    ['les plans téléchargeables'],
    ['le plan disponible en mairie'],
    ['les plans disponibles en mairie'],
    ['le plan, intégré au reste'],
    ['la note, intégrée au reste'],
    ['les notes, intégrées au reste'],
    ['le plan, inclus plus loin'],
    ['la note, incluse plus loin'],
    ['les notes, incluses plus loin'],
    ['le plan, contenu dans le reste'],
    ['les plans, contenus dans le reste'],
    ['la notice NOTI2'],
    ['l’arrêté du maire'],
    ['les arrêtés du maire'],
    ['le décret'],
    ['les décrets'],
    ['la norme'],
    ['les normes'],
    // A sentence is no document.
    ['les candidats sont invités à visiter le site'],
    ['le montant figure au marché'],
    [`la note ${'très détaillée '.repeat(12)}de présentation`],
    [`le CCTP ${'très détaillé '.repeat(20)}de la présente opération`],
  ];
  for (const [item, ...expected] of ITEMS)
    it(`read « ${item.slice(0, 80)} » as ${expected.join(', ') || 'none'}`, () =>
      assert.deepEqual(read(listed(item)), expected));

  const SENTENCES: readonly (readonly [text: string, ...expected: string[]])[] = [
    ['Le dossier de consultation comprend le présent règlement, le CCAP et l’acte d’engagement.', 'rc', 'ccap', 'ae'],
    ['Le DCE est composé du CCTP et d’un BPU. Le CCAP n’en fait pas partie.', 'cctp', 'bpu'],
    ['Le dossier de consultation comprend un CCTP mais ne comporte pas de CCAP.'],
    ['Le dossier de consultation comprend le CCTP et le CCTP.', 'cctp'],
    ['## Dossier de consultation\n\nIl comprend le CCAP et le CCTP.', 'ccap', 'cctp'],
    ['## Dossier de consultation\n\nIls sont le CCAP et le CCTP.', 'ccap', 'cctp'],
    ['Le dossier de consultation comprend : le CCTP, le CCAP.', 'cctp', 'ccap'],
    ['La Ville n’imprime rien. Le dossier de consultation comprend le CCTP.', 'cctp'],
    ['La Ville ne dit rien, mais le dossier de consultation comprend le CCTP.', 'cctp'],
    ['## Dossier de consultation\n\nRemis à tous, il comprend le CCAP.', 'ccap'],
    ['## Dossier de consultation\n\nLa Ville dit qu’il est utile que le plan comprenne le CCAP.'],
    ['## Prix\n\nIl comprend le CCAP et le CCTP.'],
    ['Le dossier de candidature comprend l’acte d’engagement.'],
    ['Le dossier de consultation comprend l’acte d’engagement, que le candidat remet avec son offre.'],
    ['Le CCTP et le CCAP sont joints.'],
    ['Le dossier technique comprend le CCTP signé.'],
  ];
  for (const [text, ...expected] of SENTENCES)
    it(`in « ${text.replace(/\n+/g, ' / ')} » are ${expected.join(', ') || 'none'}`, () =>
      assert.deepEqual(read(text), expected));

  it('are in the column of a table that names them, or in the first', () => {
    const rows = '| 1 | CCTP | 12 pages |\n| 2 | Plan du réseau | CCAP |\n';
    assert.deepEqual(read(`## Documents de la consultation\n\n| N° | Pièce | Observation |\n|---|---|---|\n${rows}`), [
      'cctp',
      'plan du reseau',
    ]);
    assert.deepEqual(
      read('## Documents de la consultation\n\n| Quoi | Où |\n|---|---|\n| CCTP | BPU |\n| Plan du réseau | CCAP |\n'),
      ['cctp', 'plan du reseau'],
    );
    for (const head of ['Document', 'Intitulé', 'Désignation', 'Nom', 'Libellé'])
      assert.deepEqual(read(`## Dossier\n\n| N° | ${head} |\n|---|---|\n| BPU | CCTP |\n`), ['cctp'], head);
    assert.deepEqual(read('## Prix\n\n| Pièce | Où |\n|---|---|\n| CCTP | BPU |\n'), []);
  });

  it('are not twice those of a sentence and of the list that it introduces', () =>
    assert.deepEqual(read('Le dossier de consultation comprend le CCTP et :\n\n- le CCAP ;\n- le CCTP.\n'), [
      'ccap',
      'cctp',
    ]));

  it('are not the headings of the section', () =>
    assert.deepEqual(read('## Dossier de consultation\n\n- **Le CCAP**\n\n### CCTP\n\nTexte.\n'), ['ccap']));

  it('are not what candidates hand in, under a title on the dossier', () => {
    assert.deepEqual(
      read(
        '## Dossier de consultation\n\nLe dossier de candidature comprend :\n\n- le DC1 ;\n- l’acte d’engagement ;\n- un mémoire.\n',
      ),
      [],
    );
  });

  it('are given in order, a list after a sentence', () =>
    assert.deepEqual(read(`Le DCE comprend le RC.\n\n${listed('le CCTP', 'le plan du réseau')}`), [
      'rc',
      'cctp',
      'le plan du reseau',
    ]));

  it('are each underlined by their whole item, or by their name where several stand together', () => {
    const at = (text: string) => {
      const piece = open(text);
      return piece.ask(piecesListe).map((p) => piece.draft.slice(p.at));
    };
    assert.deepEqual(at(listed('le **plan** du réseau, qui date de 2020 ;')), [
      'le **plan** du réseau, qui date de 2020',
    ]);
    assert.deepEqual(at(listed('l’acte d’engagement, à compléter ;')), ['l’acte d’engagement, à compléter']);
    assert.deepEqual(at(listed('le CCAP et le **CCTP** ;')), ['CCAP', 'CCTP']);
    assert.deepEqual(at(listed('le CCTP, annexe 3 – plan des locaux ;')), [
      'le CCTP, annexe 3 – plan des locaux',
      'annexe 3 – plan des locaux',
    ]);
    assert.deepEqual(at(listed('Annexe 2 au CCTP : inventaire ;')), ['Annexe 2 au CCTP : inventaire']);
    assert.deepEqual(at('Le DCE comprend le CCAP, puis l’acte d’engagement.'), ['CCAP', 'acte d’engagement']);
  });

  it('are told by `dce-lint facts`, or nothing is', () => {
    const shown = (text: string) => piecesListe.show(open(text).ask(piecesListe), open(text));
    assert.deepEqual(shown(listed('le CCTP', 'le plan du réseau')), ['cctp', 'le plan du réseau']);
    assert.equal(shown('Texte.'), undefined);
  });
});

describe('the documents that candidates have', () => {
  const has = (text: string, ...expected: string[]) =>
    it(`« ${text.replace(/\n+/g, ' ⏎ ')} »`, () => assert.deepEqual(read(`# Règlement\n\n${text}\n`), expected));
  has('Pièces téléchargeables : le règlement de la consultation et le CCTP.', 'rc', 'cctp');
  has('Vous trouverez sur la plateforme le CCAP, le cahier technique et l’acte d’engagement.', 'ccap', 'cctp', 'ae');
  has('| Remis aux candidats | Format |\n|---|---|\n| CCAP | PDF |\n| CCTP | PDF |', 'ccap', 'cctp');
  has('| Remis par les candidats | Format |\n|---|---|\n| CCAP signé | PDF |\n| CCTP signé | PDF |');
  has('Pièces à remettre par le candidat : l’acte d’engagement et le CCTP signés.');
});

describe('a table names the documents that candidates have', () => {
  const table = (head: string) =>
    `# RC (appel d’offres ouvert)\n\n| ${head} |\n|---|---|\n| 1 | CCTP |\n| 2 | CCAP |\n`;
  const has = (head: string, ...expected: string[]) =>
    it(`under « ${head} »`, () => assert.deepEqual(read(table(head)), expected));
  has('N° | Pièce remise aux candidats', 'cctp', 'ccap');
  has('Rang | Pièces du DCE', 'cctp', 'ccap');
  has('N° | Pièce remise par le candidat');
  it('or a list, under a title that says the procedure', () =>
    assert.deepEqual(read('## Composition du DCE (appel d’offres ouvert)\n\n- le CCTP ;\n- le CCAP.\n'), [
      'cctp',
      'ccap',
    ]));
  it('but not under one on the offer', () =>
    assert.deepEqual(read('## Composition du dossier de l’offre\n\n- le CCTP ;\n- le CCAP.\n'), []));
});
