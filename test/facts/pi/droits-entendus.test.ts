import assert from 'node:assert/strict';
import { openConsultation } from '../../../rules/consultation/open.ts';
import { assignments, droits, priceElsewhere, softwareMade } from '../../../rules/facts/pi/droits.ts';
import { saidInDossier } from '../../../rules/facts/pi/matieres.ts';
import { regimes } from '../../../rules/facts/pi/regime.ts';
import type { Piece } from '../../../rules/kit/piece.ts';

const piece = (text: string): Piece =>
  openConsultation([{ path: 'ccap.md', text: `# CCAP – Plaquette du zoo\n\n${text}\n` }], { date: '2026-12-01' })
    .pieces[0] as Piece;
/** « cession : adaptation, reproduction ; duree, lieu » */
const read = (text: string): string[] =>
  piece(text)
    .ask(droits)
    .map((c) => `${c.kind} : ${[...c.rights].sort().join(', ')} ; ${[...c.bounds.keys()].sort().join(', ')}`);

describe('a grant in a labelled line', () => {
  it('is what the label gives', () => {
    assert.deepEqual(read('- Cession au parc : reproduction, adaptation\n- Territoire : Savoie\n- Terme : 2040'), [
      'cession : adaptation, reproduction ; duree, lieu',
    ]);
    assert.deepEqual(read('Droits transférés au parc : reproduire, traduire.'), [
      'cession : reproduction, traduction ; ',
    ]);
    assert.deepEqual(
      piece('- Ce qui est permis au parc : la corriger, la modifier')
        .ask(droits)
        .map(({ kind }) => kind),
      ['concession'],
    );
  });
  it('is none of a thing, nor where nothing is given', () => {
    assert.deepEqual(read('- Cession du marché : reproduction de l’avenant, accord écrit'), []);
    assert.deepEqual(read('- Cession : aucune, ni reproduction ni adaptation'), []);
    assert.deepEqual(read('- Cession de créances : droits du comptable'), []);
    assert.deepEqual(read('- Durée de la cession : reproduction dix ans'), []);
  });
});

describe('a grant in a row', () => {
  const table = (...rows: readonly string[]) => `| Point | Contenu |\n|---|---|\n${rows.join('\n')}`;
  it('has what its cells and the rows of its limits say', () => {
    const said = read(
      table(
        '| Droits cédés au parc animalier | reproduction sur papier, adaptation |',
        '| Dans quel but | accueil des visiteurs |',
        '| Combien de temps | neuf ans |',
        '| Livraison | deux mois |',
      ),
    );
    assert.equal(said.length, 1);
    assert.match(said[0] ?? '', /^cession : adaptation, reproduction ; (?!.*lieu).*duree/);
  });
  it('has the amount beside it for price', () => {
    const text =
      '| Poste | Montant |\n|---|---|\n| Cession au parc des droits de reproduction des dessins | ……… € HT |';
    assert.match(read(text)[0] ?? '', /prix/);
    assert.doesNotMatch(read(text.replace(' | ……… € HT', ' | sans objet').replace('Montant', 'Note'))[0] ?? '', /prix/);
  });
});

describe('a grant among numbered paragraphs', () => {
  const GIVES = 'L’auteur cède au parc les droits de reproduction et de traduction de la plaquette, en Savoie.';
  it('has the limits of its own article', () => {
    const own = (text: string) => /duree/.test(read(text)[0] ?? '');
    assert.ok(own(`Article 4. ${GIVES}\n\nLa cession dure neuf ans.\n\nArticle 5. Les épreuves sont relues.`));
    assert.ok(!own(`Article 4. ${GIVES}\n\nArticle 5. Les droits d'entrée sont dus pour neuf ans.`));
    assert.ok(own(`4.1 ${GIVES}\n\n4.2 Les droits cédés le sont pour neuf ans.\n\n5.1 Délai.`));
    assert.ok(!own(`4.1 ${GIVES}\n\n5.1 Les droits d'usage du mobilier valent neuf ans.`));
    assert.ok(!own(`4. ${GIVES}\n\n5. Les droits d'usage du mobilier valent neuf ans.`));
    assert.ok(!own(`**Cession.** ${GIVES}\n\n**Mobilier.** Les droits d'usage valent neuf ans.`));
  });
});

describe('the words of a grant', () => {
  const CEDES: readonly (readonly [text: string, kind: string | undefined])[] = [
    ['La dessinatrice se dessaisit au profit du parc de la faculté d’imprimer et de projeter ses planches.', 'cession'],
    ['Les planches passent au parc, qui les reproduit et les expose.', 'cession'],
    ['Le parc devient cessionnaire du droit de reproduire les planches.', 'cession'],
    ['Les planches sont cédées au parc : reproduction, adaptation, traduction.', 'cession'],
    // look-alikes
    ['Les visiteurs passent au parc, qui les accueille.', undefined],
    ['Rien n’est cédé au titre de la propriété intellectuelle.', undefined],
    ['Les bancs sont cédés au parc.', undefined],
    ['La ville transfère au titulaire les droits sur ses anciennes planches.', undefined],
  ];
  for (const [text, kind] of CEDES)
    it(`${kind ?? 'none'}: ${text}`, () => assert.equal(piece(text).ask(droits)[0]?.kind, kind));
});

describe('the place of rights', () => {
  const has = (where: string) =>
    piece(`Le dessinateur cède au parc le droit de reproduire les planches, ${where}pour dix ans.`)
      .ask(droits)[0]
      ?.bounds.has('lieu');
  it('is a name that stands where nothing but a place can', () => {
    for (const where of ['en Savoie, ', 'dans l’Ain, ', 'dans les Vosges, ', 'à Annecy, ', 'dans le département, '])
      assert.equal(has(where), true, where);
  });
  it('is no format', () => {
    for (const where of ['en Word, ', 'à titre gracieux, ', '']) assert.equal(has(where), false, where);
  });
});

describe('all rights at once', () => {
  const rights = (text: string) => [...(piece(text).ask(droits)[0]?.rights ?? [])];
  it('name none, whatever they are for', () => {
    const all = 'Le dessinateur cède au parc l’intégralité de ses droits';
    assert.deepEqual(rights(`${all} pour la publication et la diffusion de la plaquette.`), []);
    assert.deepEqual(rights(`${all}, soit la reproduction et l’adaptation, pour la publication de la plaquette.`), [
      'reproduction',
      'adaptation',
    ]);
  });
});

describe('prior knowledge that is only licensed', () => {
  it('is a grant of its own', () => {
    const kinds = (text: string) =>
      piece(text)
        .ask(droits)
        .map(({ kind, prior }) => `${kind} ${prior}`);
    assert.deepEqual(
      kinds(
        'Article 4. Les livrables sont cédés au parc : reproduction, adaptation.\n\nArticle 5. Les connaissances antérieures du prestataire ne sont que concédées, pour deux ans.',
      ),
      ['cession false', 'concession true'],
    );
  });
});

describe('what tells the price elsewhere', () => {
  it('speaks of rights', () => {
    assert.ok(priceElsewhere(piece('Le prix forfaitaire rémunère la cession des droits d’auteur.')));
    assert.equal(priceElsewhere(piece('Le prix forfaitaire rémunère les déplacements du prestataire.')), undefined);
  });
});

describe('software of the contract', () => {
  it('is developed, or its rights are assigned', () => {
    assert.ok(softwareMade(piece('Le moteur de recherche est codé sur mesure.')));
    assert.equal(
      softwareMade(
        piece('Le prestataire cède au parc le droit de reproduire et de modifier le logiciel de billetterie.'),
      )?.doubt?.surety,
      'probable',
    );
  });
  it('is no place where something is followed', () => {
    assert.equal(softwareMade(piece('Le suivi des plantations se fait sur une plateforme.')), undefined);
    assert.equal(softwareMade(piece('Le titulaire tond la pelouse.')), undefined);
  });
});

describe('what answers on rights', () => {
  const said = (text: string, ...matters: Parameters<typeof saidInDossier>[1][]) =>
    saidInDossier(piece(text), ...matters) !== undefined;
  it('needs a word of the matter', () => {
    assert.ok(said('Les fichiers sources du programme sont remis avec leur documentation.', 'code-source'));
    assert.ok(!said('Le prestataire remet l’exécutable sur une clé, avec un mode d’emploi.', 'code-source'));
    assert.ok(!said('L’éditeur n’a pas à remettre les codes sources.', 'code-source'));
  });
});

describe('the regime of a CCAG in a row', () => {
  it('is told by its label', () => {
    const table = (label: string) =>
      piece(`| Sujet | Règle |\n|---|---|\n| ${label} | le CCAG-TIC de 2021, sans autre précision |`).ask(regimes)
        .length;
    assert.equal(table('Propriété intellectuelle'), 1);
    assert.equal(table('Pénalités'), 0);
  });
});

describe('assignments', () => {
  it('carry how surely they were heard', () => {
    const [read] = assignments(piece('Le dessinateur cède au parc le droit de reproduire les planches.'));
    assert.equal(read?.doubt, undefined);
  });
});
