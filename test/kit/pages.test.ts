import assert from 'node:assert/strict';
import { Draft } from '../../rules/kit/draft.ts';
import { readBlock } from '../../rules/kit/markdown/block.ts';
import { cut } from '../../rules/kit/markdown/cut.ts';

const said = (text: string) => {
  const draft = new Draft(text);
  return draft.passages.map((p) => p.text);
};
const words = (chunk: string) => readBlock(chunk, false).passages.map((p) => `${p.kind} ${p.prose.text}`);

const OPEN = 'Le titulaire exécute les prestations sous réserve des dispositions';
const REST = 'relatives aux congés payés.';
const WHOLE = `${OPEN}\n${REST}`;

describe('a sentence that the end of a page cuts', () => {
  it('reads on over what is printed on each page', () => {
    for (const page of [
      '\n\nCommune de Valmer – RC                Page 3 sur 20\n\n',
      '\nPage 3/20\n',
      '\n\n\nValmer – CCTP 2027-04            Page 3 / 20\n______________________\n\n',
      '\n GRAND VALMER\n CCTP – GARDIENNAGE – LOT 2 - page\n 2/5\n',
      '\n\n\n     12\n\f',
      '\n\n\fCCAP – LOT 2\n\n     ',
      '\r\n\r\nPage 3 de 20\r\n\r\n',
      '\n\nConsultation n°: 25-08          Page 4 sur 10\n\n',
      '\n\nValmer (Aude) / Restauration intérieure \nR.C. (Règlement de la Consultation) \n \nPage 10 / 20 \n \n',
    ])
      assert.deepEqual(
        said(`${OPEN}${page}${REST}\n\nLe reste.`),
        [WHOLE.replace('\n', /\r?\n/.exec(page)?.[0] ?? ''), 'Le reste.'],
        page,
      );
    assert.deepEqual(said('- assurer la mise à\n\nRC – Page 4 sur 20\n\njour des plans ;\n- le devis.'), [
      'assurer la mise à\njour des plans ;',
      'le devis.',
    ]);
    assert.deepEqual(said(`${OPEN}\n\nPage 3 sur 20\n\net des règles\n\nPage 4 sur 20\n\n${REST}`), [
      `${OPEN}\net des règles\n${REST}`,
    ]);
  });

  it('waits for a word, or goes on with the mark that stood before it', () => {
    for (const [open, rest] of [
      ['et le numéro de l’agrément sanitaire exigé par le règlement (CE) n°', '853/2004 ;'],
      ['Montrez-nous, pour cela, autre chose que ce que vous vendez', ': un prototype, une thèse.'],
      ['Les pièces du marché sont transmises à la Direction générale de', 'Valmer, avec les annexes.'],
    ]) {
      const page = '\n\nConsultation n° 25-08          Page 4 sur 10\n\n';
      assert.deepEqual(said(`${open}${page}${rest}`), [`${open}\n${rest}`]);
      assert.deepEqual(said(`- ${open}${page}  ${rest}\n- le devis.`), [`${open}\n${rest}`, 'le devis.']);
    }
    const before = 'Les pièces du marché sont transmises à la Direction générale de';
    for (const other of ['Ville de Valmer', 'Article 4 – Prix', '4.1 Prix du marché et règlement', 'ARTICLE 4 – PRIX'])
      assert.equal(said(`${before}\n\nPage 4 sur 10\n\n${other}\n\nLe reste.`)[0], before, other);
    // What goes on stands in the next line.
    assert.equal(
      said(`- un plan (remis dans le dossier de cette consultation et dans le\n  DCE).\n\nPage 4 sur 10\n\nContexte :`)
        .length,
      2,
    );
  });

  it('is not the title over the first line of a text that a page cuts', () => {
    assert.deepEqual(said(`7.5 Les auteurs\n\n${OPEN}\n\nPage 2 sur 3\n\n${REST}`), ['7.5 Les auteurs', WHOLE]);
  });

  it('has its places in the source', () => {
    const text = `# Titre\n\n${OPEN}\n\nRC – Page 3 sur 20\n\n${REST}\n`;
    const draft = new Draft(text);
    const [, passage] = draft.passages;
    const [sentence] = passage?.sentences ?? [];
    assert.equal(
      sentence?.folded,
      'le titulaire execute les prestations sous reserve des dispositions relatives aux conges payes.',
    );
    assert.equal(sentence && draft.slice(sentence.at(/conges payes/)), 'congés payés');
    assert.equal(passage && draft.slice(passage.node), text.slice(9, -1));
  });

  it('is none where it is done, or something else begins', () => {
    for (const text of [
      `${OPEN}.\n\nPage 3 sur 20\n\nrelatives aux congés`,
      `${OPEN}\n\nPage 3 sur 20\n\nLes congés`,
      `${OPEN}\n\nPage 3 sur 20\n\na) les congés`,
      `${OPEN}\n\n12\n\nrelatives aux congés`,
      `${OPEN}\n\nVoir la page 3 du plan ; elle suit\n\nrelatives aux congés`,
      `# Dispositions\n\nPage 3 sur 20\n\nrelatives aux congés`,
      `| Dispositions |\n\nPage 3 sur 20\n\nrelatives aux congés`,
      `VALMER\n\nPage 3 sur 20\n\nrelatives aux congés`,
      `${OPEN}\n\nA\n\nB\n\nC\n\nD\n\nE\n\nF\n\nPage 3 sur 20\n\nrelatives aux congés`,
    ])
      assert.equal(cut(text).length, text.split('\n\n').length, text);
  });
});

describe('the header of a page', () => {
  const HEADER = 'Commune de Valmer – Entretien des jardins';
  it('is read over where a sentence goes on under it', () => {
    assert.deepEqual(said(`${OPEN}\n\nPage 3 sur 20\n\n\f${HEADER}\n${REST}`), [WHOLE]);
    assert.deepEqual(said(`${OPEN}\n\n3/20\n\f   ${HEADER}\n\n${REST}`), [WHOLE]);
    // A line as long as the others may be of the sentence.
    const long = 'Commune de Valmer pour les jardins, les parcs et les serres';
    assert.equal(said(`${OPEN}\n\n\f${long}\n${REST}`).length, 2);
  });
  it('stands apart from what begins under it', () => {
    const text = 'Le titulaire exécute les prestations qui sont relatives aux jardins et aux parcs.';
    assert.deepEqual(said(`Objet\n\n\f${HEADER}\n${text}`), ['Objet', HEADER, text]);
    assert.deepEqual(said(`Objet\n\n\f${HEADER}\n3.2. Les jardins.`), ['Objet', HEADER, '3.2. Les jardins.']);
    assert.deepEqual(said(`Objet\n\n\fMaison des Associations\n12 rue du Port`), [
      'Objet',
      'Maison des Associations\n12 rue du Port',
    ]);
  });
  it('says nothing where it is that of several pages', () => {
    const page = (text: string) => `${HEADER}\n\n${text}\n\n`;
    assert.deepEqual(said(`${page('Un.')}\f${page('Deux.')}\f${page('Trois.')}`), ['Un.', 'Deux.', 'Trois.']);
    assert.deepEqual(said(`---\npiece: rc\n---\n\n${page('Un.')}\f${page('Deux.')}`), ['Un.', 'Deux.']);
    assert.deepEqual(said(`${page('Un.')}${page('Deux.')}`), [HEADER, 'Un.', HEADER, 'Deux.']);
    assert.deepEqual(said(`${page('Un.')}\fAutre titre\n\nDeux.`), [HEADER, 'Un.', 'Autre titre', 'Deux.']);
  });
  it('has the number of the page under it', () => {
    assert.deepEqual(said('Un.\n\n2/6\n\nDeux.'), ['Un.', 'Deux.']);
    assert.deepEqual(said('Un.\n\n6/2\n\nDeux.'), ['Un.', '6/2', 'Deux.']);
  });
  it('is looked at again after an edit', () => {
    const before = `${HEADER}\n\nUn.\n\n\f${HEADER}\n\nDeux.\n\nTrois.`;
    for (const after of [before.replace(`\f${HEADER}`, '\fAutre titre'), before.replace('Commune', 'Ville')])
      assert.equal(new Draft(before).edit(after), undefined, after);
    const draft = new Draft(before);
    assert.ok(draft.edit(before.replace('Trois', 'Quatre')));
    assert.deepEqual(
      draft.passages.map((p) => p.text),
      ['Un.', 'Deux.', 'Quatre.'],
    );
  });
});

describe('a number that stands alone over its title', () => {
  const titles = (text: string) => new Draft(text).headings.map((p) => p.heading?.number?.key);
  it('is that of the title', () => {
    assert.deepEqual(titles('12.10.\n\nRESPONSABILITE\n\nLe titulaire répare tout dommage.'), ['12.10']);
    assert.deepEqual(titles('\f3.2\n\n\nPièces du marché\n\nLe titulaire répare tout dommage.'), ['3.2']);
    assert.deepEqual(titles('9.\n\nRECEPTION DES PRESTATIONS\n\nLe titulaire répare tout dommage.'), ['9']);
  });
  it('is none over a sentence, or in a sentence', () => {
    for (const text of ['3.2.\n\nLe titulaire répare tout dommage.', 'Article 3.2 et 3.3\n\nPièces du marché'])
      assert.equal(cut(text).length, 2, text);
  });
});

describe('a word that the end of a line cuts', () => {
  it('is one word, with its hyphen where it is written with one', () => {
    assert.deepEqual(words('à compter de la notifi-\ncation du marché'), [
      'paragraph à compter de la notification du marché',
    ]);
    assert.deepEqual(words('la presta-\n     tion et l’exécu-\r\ntion'), ['paragraph la prestation et l’exécution']);
    assert.deepEqual(words('en sous-\ntraitance, celui-\nci et peut-\nêtre le rendez-\nvous, l’au-\ndelà'), [
      'paragraph en sous-traitance, celui-ci et peut-être le rendez-vous, l’au-delà',
    ]);
    assert.deepEqual(words('- la notifi-\n  cation ;\n- le plan.'), ['item la notification ;', 'item le plan.']);
  });

  it('is none beside a figure, a capital, a dash or in code', () => {
    for (const text of ['le lot 2-\nbis du marché', 'la ligne Paris-\nLyon du marché', 'le marché -\npassé en mai'])
      assert.deepEqual(words(text), [`paragraph ${text}`], text);
    assert.deepEqual(words('```\nnotifi-\ncation\n```'), []);
  });

  it('has its places in the source', () => {
    const text = 'Le délai court de la notifi-\ncation du *marché*.';
    const [sentence] = new Draft(text).sentences;
    assert.equal(
      sentence && text.slice(sentence.at(/notification/).start, sentence.at(/notification/).end),
      'notifi-\ncation',
    );
    assert.equal(sentence && text.slice(sentence.at(/marche/).start, sentence.at(/marche/).end), 'marché');
  });
});

describe('a numbered title that the end of a line cuts', () => {
  it('reads on under its own words', () => {
    for (const [text, title] of [
      ['ARTICLE 4       RÈGLEMENT DES\n                COMPTES', 'ARTICLE 4       RÈGLEMENT DES COMPTES'],
      ['   3-2   Visite des lieux avant\n         le dépôt', '3-2   Visite des lieux avant le dépôt'],
      ['      Art. 7   FIN DU\n               CONTRAT', 'Art. 7   FIN DU CONTRAT'],
    ] as const) {
      const [passage] = new Draft(`${text}\n\nLe titulaire remet les clés.\n`).passages;
      assert.equal(passage?.text, title);
      assert.ok(passage?.isTitle, title);
    }
  });

  it('is none where the next line stands elsewhere, or a sentence ends', () => {
    for (const text of [
      'Art. 7   FIN DU CONTRAT\nLe titulaire remet les clés',
      '3-2   Visite des lieux\n      avant le dépôt du pli.',
    ])
      assert.ok(words(text)[0]?.includes('\n'), text);
  });
});
