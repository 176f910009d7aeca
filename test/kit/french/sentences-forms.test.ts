import assert from 'node:assert/strict';
import { clauses, sentences } from '../../../rules/kit/french/sentences.ts';

const cut = (text: string) => sentences(text).map((s) => text.slice(s.from, s.to));
const parts = (text: string) => clauses(text).map((s) => text.slice(s.from, s.to));
const whole = (text: string) => assert.deepEqual(cut(text), [text], text);
const two = (first: string, second: string) => assert.deepEqual(cut(`${first} ${second}`), [first, second]);

describe('a dot', () => {
  it('of an abbreviation ends nothing, even before a capital', () => {
    for (const word of [
      ...[
        'art',
        'arts',
        'n°',
        'nos',
        'no',
        'm',
        'mm',
        'mme',
        'mmes',
        'mlle',
        'dr',
        'pr',
        'me',
        'p',
        'pp',
        'al',
        'cf',
        'ex',
      ],
      ...[
        'st',
        'ste',
        'sts',
        'ets',
        'éts',
        'réf',
        'réfs',
        'tél',
        'fig',
        'chap',
        'vol',
        'éd',
        'env',
        'approx',
        'resp',
        'bd',
      ],
      ...['av', 'sqq', 'ibid', 'op', 'incl', 'excl', '§', 'parag', 'sect', 'tit', 'ann', 'obs', 'bull', 'cass'],
    ])
      whole(`Il est dit ${word}. Le reste suit.`);
    whole('Voir (art. Le reste) ici.');
    whole('Voir l’art. Le reste ici.');
  });

  it('of an abbreviation that may be last goes on before a digit alone', () => {
    for (const word of [
      ...['max', 'min', 'tel', 'ref', 'ch', 'janv', 'févr', 'fevr', 'avr', 'juil', 'sept', 'oct', 'nov', 'déc', 'dec'],
      ...['ord', 'décr', 'decr'],
    ]) {
      whole(`Il est dit ${word}. 12 fois.`);
      two(`Il est dit ${word}.`, 'Le reste suit.');
    }
  });

  it('after metres ends the sentence, after « M. » it does not', () => {
    two('La haie fait 12 m.', 'Le reste suit.');
    two('La haie fait 12m.', 'Le reste suit.');
    whole('La séance de m. Le Goff.');
  });

  it('of letters one by one goes on, unless a sentence opens', () => {
    whole('Le montant H.T. Durable est ferme.');
    two('Le montant est H.T.', 'Le paiement suit.');
    whole('Le montant H.T. 12 fois.');
    for (const opener of [
      'La',
      'L’acheteur',
      'Les',
      'Des',
      'Du',
      'Un',
      'Une',
      'Ce',
      'Cette',
      'Il',
      'Elles',
      'On',
      'Si',
      'En',
      'Aux',
      'À',
      'Dans',
      'Pour',
      'Par',
      'Sur',
      'Aucun',
      'Tout',
      'Toutes',
      'Chaque',
      'Lors',
      'Sauf',
      'Toutefois',
      'Son',
      'Leur',
      'Conformément',
      'Ne',
      'Nul',
      'Cependant',
      'Néanmoins',
      'Ainsi',
    ])
      two('Le montant est H.T.', `${opener} reste.`);
  });

  it('of letters one by one goes on before a quotation or a word that opens none', () => {
    two('Le montant est H.T.', '« Le reste » suit.');
    two('Le montant est H.T.', 'De plus, il suit.');
    two('Le montant est H.T.', 'D’une part, il suit.');
    two('Le montant est H.T.', 'Elle suit.');
    two('Le montant est H.T.', 'Au reste, il suit.');
    two('Le montant est H.T.', 'Cet acte suit.');
    two('Le montant est H.T.', 'Ces actes suivent.');
    two('Le montant est T.T.C.', 'Il suit.');
    whole('Le montant T.T.C. Durable est ferme.');
    whole('Le montant H.T. Lefort est ferme.');
    whole('Le montant H.T. Demain est ferme.');
    two('Le montant ab.c.', 'Durable.');
  });

  it('of metres is told from that of « M. » by the figure before it', () => {
    two('Elle est à 12 m.', 'Il suit.');
    whole('Le no. Le reste suit.');
    whole('À 12 no. Le reste suit.');
    whole('Il est dit 12 mm. Le reste suit.');
  });

  it('of an initial goes on, of a thing named by a letter it does not', () => {
    whole('Représentée par J. Martin.');
    for (const thing of [
      'lot',
      'option',
      'variante',
      'annexe',
      'plan',
      'classe',
      'catégorie',
      'groupe',
      'type',
      'niveau',
      'phase',
      'bâtiment',
      'zone',
      'formule',
      'partie',
      'tranche',
      'profil',
      'version',
      'candidat',
      'entreprise',
      'société',
    ])
      two(`Cela vaut pour le ${thing} A.`, 'Il suit.');
    whole('Cela vaut pour le lot A. 12 fois.');
    two('Il a fait 5 h.', 'Il suit.');
    whole('Il a fait 5 h. 12 fois.');
    two('Il y a.', 'Il suit.');
    whole('Il dit b. Ensuite.');
  });

  it('of a numbering at the head goes on, further on it does not', () => {
    for (const head of [
      '1',
      '1.2',
      '12',
      '123',
      '12.34',
      '2-4',
      'IV',
      'A',
      'b',
      '1°',
      'Article 5',
      'art. 5',
      'Chapitre II',
      'Lot 3',
      'lot n° 3',
      'n° 3',
      'Annexe A',
      '- 1',
      '« 1',
    ])
      whole(`${head}. Objet du marché`);
    two('Elle dure 12.', 'Il suit.');
    two('1234.', 'Il suit.');
    whole('Il est dit max.  12 fois.');
    two('Cela vaut pour les lots A.', 'Il suit.');
    whole('Un lot de M. A. Durand suit.');
  });

  it('or three end a sentence before a capital, leaders do not', () => {
    two('Et d’autres…', 'Il suit.');
    two('Et d’autres...', 'Il suit.');
    whole('Et d’autres… 3 fois');
    whole('Et d’autres ..... Trois fois');
    whole('Et d’autres …… Trois fois');
    whole('Et d’autres… puis trois');
  });
});

describe('a sentence', () => {
  it('ends with its closing marks, and begins with any opening one', () => {
    for (const close of ['»', ' »', ')', ']', '"', '”', '’']) two(`Il dit oui.${close}`, 'Il suit.');
    for (const open of ['«', '“', '"', '(', '[', '–', '—', '•', '☐', '☑', '☒', '■', '▪', '➢', '*', '-'])
      two('Il dit oui.', `${open} Il suit.`);
    two('Il dit oui !', 'Il suit.');
    two('Il dit oui ?', '12 fois.');
    whole('Il dit oui ! et suit.');
  });

  it('ends at the end of the text, whatever stands before it', () => {
    assert.deepEqual(cut('Voir art.'), ['Voir art.']);
    assert.deepEqual(cut('Voir art.  '), ['Voir art.']);
    assert.deepEqual(cut('Un. '), ['Un.']);
    assert.deepEqual(cut(' Un.'), ['Un.']);
    assert.deepEqual(cut('1. Objet. 2. Lots.'), ['1. Objet.', '2. Lots.']);
    assert.deepEqual(cut('Oui ?! Non.'), ['Oui ?!', 'Non.']);
    assert.deepEqual(cut('Et d’autres... 3 fois'), ['Et d’autres... 3 fois']);
  });

  it('ends at an empty line and at no other', () => {
    assert.deepEqual(cut('un\n\ndeux'), ['un', 'deux']);
    assert.deepEqual(cut('un\n \t\ndeux'), ['un', 'deux']);
    whole('un\ndeux');
    assert.deepEqual(cut('un.\n\n\n\ndeux'), ['un.', 'deux']);
  });
});

describe('a clause', () => {
  it('is cut at strong marks and connectors, and brackets are apart', () => {
    assert.deepEqual(parts('un ; deux'), ['un', 'deux']);
    assert.deepEqual(parts('un (deux trois quatre) cinq'), ['un', 'deux trois quatre', 'cinq']);
    assert.deepEqual(
      clauses('un (deux trois ; quatre) cinq').map((s) => [s.from, s.to]),
      [
        [0, 2],
        [4, 14],
        [17, 23],
        [25, 29],
      ],
    );
    assert.deepEqual(parts('le(s) lot(s)'), ['le(s) lot(s)']);
    assert.deepEqual(parts('deux (2) lots'), ['deux (2) lots']);
  });
});
