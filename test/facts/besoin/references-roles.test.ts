import assert from 'node:assert/strict';
import { openConsultation } from '../../../rules/consultation/open.ts';
import { references } from '../../../rules/facts/besoin/references.ts';
import { afterLast, demands, equivalentFor } from '../../../rules/facts/besoin/references-demandes.ts';

const open = (text: string, piece = 'cctp') => {
  const [first] = openConsultation([{ path: `${piece}.md`, text: `---\ndce:\n  piece: ${piece}\n---\n\n${text}\n` }], {
    date: '2026-12-01',
  }).pieces;
  assert.ok(first);
  return first;
};
/** « Wilo exigee » */
const roles = (text: string, piece?: string) =>
  open(text, piece)
    .ask(references)
    .map((r) => `${r.name} ${r.role}`);

type Case = readonly [text: string, ...expected: string[]];
const each = (cases: readonly Case[], piece?: string) => {
  for (const [text, ...expected] of cases) it(text, () => assert.deepEqual(roles(text, piece), expected));
};

describe('a reference that the supply must meet', () => {
  each([
    ['Les pompes sont de marque Wilo.', 'Wilo exigee'],
    ['Norme NF EN 1176.', 'NF EN 1176 exigee'],
    ['Norme NF EN 1176, aucun équivalent ne sera admis.', 'NF EN 1176 exigee'],
    ['Le titulaire utilise un logiciel de marque Oracle.', 'Oracle exigee'],
    ['Le candidat est certifié ISO 9001.', 'ISO 9001 exigee'],
    ['## 2. Lots\n\n2.1 Les pompes sont de marque Wilo\n\nTexte.', 'Wilo exigee'],
    ['Fournir des bancs Steelcase.', 'Steelcase exigee'],
    ['Bancs Steelcase à fournir.', 'Steelcase exigee'],
    ['Le titulaire installe des postes Dell Latitude 5540.', 'Dell Latitude 5540 exigee'],
    ['Fourniture :\n\n- Dell Latitude 5540 ;\n- bancs.', 'Dell Latitude 5540 exigee'],
    ['| Désignation | Quantité |\n|---|---|\n| Dell Latitude 5540 | 3 |', 'Dell Latitude 5540 exigee'],
    ['| Poste | Quantité |\n|---|---|\n| Dell Latitude 5540 | 3 |', 'Dell Latitude 5540 exigee'],
    ['Le bois doit être d’origine française.', 'd’origine française exigee'],
    ['- bois d’origine française', 'd’origine française exigee'],
    [
      '| Bois | d’origine française |\n|---|---|\n| Banc | d’origine européenne |',
      'd’origine française citee',
      'd’origine européenne exigee',
    ],
    ['Un procédé breveté doit être fourni.', 'procédé breveté exigee'],
    ['La plateforme devra être hébergée sur Oracle.', 'Oracle exigee'],
    ['Le titulaire met en place la solution ServiceNow.', 'ServiceNow exigee'],
    // by the sense of the sentence, whatever its words
    ['Le son de la salle passe par deux enceintes Orfélia 300.', 'Orfélia 300 exigee'],
    ['Le pare-vue est tendu de toile Orsavel 240.', 'Orsavel 240 exigee'],
    // named, and no more
    ['Une plateforme développée avec React.', 'React citee'],
    ['La plateforme est hébergée sur Oracle.', 'Oracle existant'],
    ['La plateforme devra se connecter à ce qui est développé avec React.', 'React existant'],
    ['Un procédé breveté est décrit.', 'procédé breveté citee'],
    ['Le bois est d’origine française.', 'd’origine française citee'],
    ['Les bancs Steelcase du hall datent de 2014.', 'Steelcase existant'],
    ['Les bancs Steelcase doivent plaire au public, comme ceux du hall.', 'Steelcase citee'],
    ['Fourniture :\n\n- postes Lenovo ;\n- bancs.', 'Lenovo citee'],
    ['Fourniture :\n\n- lot de 12 postes Lenovo ;\n- bancs.', 'Lenovo citee'],
    ['- Dell Latitude 5540 ;\n- bancs.', 'Dell Latitude 5540 citee'],
    ['| Lieu | Agent |\n|---|---|\n| Dell Latitude 5540 | Paul |', 'Dell Latitude 5540 citee'],
    ['Les interlocuteurs sont :\n\n- Dell Latitude 5540 ;\n- Paul.', 'Dell Latitude 5540 citee'],
    ['## 2. Lots\n\n2.1 Pompes de marque Wilo\n\nTexte.', 'Wilo citee'],
    ['# Norme ISO 9001', 'ISO 9001 citee'],
    ['| Norme ISO 9001 | Pompes |\n|---|---|\n| oui | 3 |', 'ISO 9001 citee'],
    ['Le CCTP a été mis à jour selon la norme ISO 9001.', 'ISO 9001 citee'],
    ['La signature électronique suit la norme ETSI EN 319 132.', 'ETSI EN 319 132 citee'],
  ]);
});

describe('a reference to what is there', () => {
  each([
    ['Le réseau actuel est de marque Aruba.', 'Aruba existant'],
    ['La Ville utilise un logiciel de marque Oracle.', 'Oracle existant'],
    ['Les chaufferies sont équipées d’automates de marque Siemens.', 'Siemens existant'],
    ['Les chaufferies doivent être équipées d’automates de marque Siemens.', 'Siemens exigee'],
    ['Les pompes de marque Wilo, installées en 2015, sont conservées.', 'Wilo existant'],
    ['Les pompes à remplacer sont de marque Wilo.', 'Wilo existant'],
    ['L’acheteur est certifié ISO 9001.', 'ISO 9001 existant'],
    ['La Ville, labellisée ISO 14001, achète des bancs.', 'ISO 14001 existant'],
    ['La maintenance des pompes de marque Wilo est assurée.', 'Wilo existant'],
    ['L’interface est compatible avec les automates de marque Siemens.', 'Siemens existant'],
    ['Existant. Les pompes sont de marque Wilo.', 'Wilo existant'],
    ['## Contexte\n\nLe réseau est de marque Aruba.', 'Aruba existant'],
    ['## Existant\n\n### Pompes\n\nPompes de marque Wilo.', 'Wilo existant'],
    ['## Matériels à entretenir\n\nPompe de marque Wilo.', 'Wilo existant'],
    ['Le parc existant comprend :\n\n- une chaufferie :\n  - pompe de marque Wilo.', 'Wilo existant'],
    ['Contexte :\n\n- pompe de marque Wilo.', 'Wilo existant'],
    ['| Équipement | Date d’achat |\n|---|---|\n| Pompe de marque Wilo | 2015 |', 'Wilo existant'],
    ['Situation actuelle : pompe de marque Wilo.', 'Wilo existant'],
    ['L’existant - pompe de marque Wilo.', 'Wilo existant'],
    ['Le réseau s’appuie sur des commutateurs de marque Aruba.', 'Aruba existant'],
    ['Le site dispose de pompes de marque Wilo.', 'Wilo existant'],
    ['L’université a obtenu le label ISO 14001.', 'ISO 14001 existant'],
    ['Les pompes en place sont de marque Wilo.', 'Wilo existant'],
    ['## Parc informatique\n\nPostes de marque Dell.', 'Dell existant'],
    ['## Interfaces\n\nÉcran de marque Dell.', 'Dell existant'],
    ['| Équipement | Marque actuelle |\n|---|---|\n| Pompe | marque Wilo |', 'Wilo existant'],
    ['| N° de série | Équipement |\n|---|---|\n| 12 | pompe de marque Wilo |', 'Wilo existant'],
    ['Le parc existant :\n\n| Pompe | Lieu |\n|---|---|\n| de marque Wilo | cave |', 'Wilo existant'],
    // of the contractor, wanted, or said in passing
    ['La solution proposée s’appuie sur des commutateurs de marque Aruba.', 'Aruba exigee'],
    ['L’exploitant dispose de pompes de marque Wilo.', 'Wilo exigee'],
    ['La commune achète des pompes de marque Wilo.', 'Wilo exigee'],
    ['Dans le contexte. Pompe de marque Wilo.', 'Wilo exigee'],
    ['## Besoins et existant\n\nPostes de marque Dell.', 'Dell exigee'],
    ['## Mise en place\n\nPompes de marque Wilo.', 'Wilo exigee'],
    ['## Interface utilisateur\n\nÉcran de marque Dell.', 'Dell exigee'],
    ['Les pompes mises en place sont de marque Wilo.', 'Wilo exigee'],
    // a title that wants something all the same, or the title of the piece
    ['## Exigences sur l’existant\n\nPompe de marque Wilo.', 'Wilo exigee'],
    ['# Existant\n\nPompe de marque Wilo.', 'Wilo exigee'],
    ['| Équipement | Date de pose |\n|---|---|\n| Pompe de marque Wilo | 2027 |', 'Wilo exigee'],
  ]);
});

describe('a reference put in the place of another', () => {
  each([
    ['À la place des pompes existantes, viendront des pompes de marque Wilo.', 'Wilo exigee'],
    ['Les pompes existantes sont changées par des pompes de marque Wilo.', 'Wilo exigee'],
    [
      'Des pompes de marque Wilo viendront remplacer les pompes existantes de marque Salmson.',
      'Wilo exigee',
      'Salmson existant',
    ],
    ['Les vannes existantes seront remplacées par des vannes de marque Wilo.', 'Wilo exigee'],
    [
      'Les vannes de marque Wilo seront remplacées par des vannes de marque Grundfos.',
      'Wilo existant',
      'Grundfos exigee',
    ],
    [
      'Des pompes de marque Wilo sont posées en remplacement des pompes de marque Salmson.',
      'Wilo exigee',
      'Salmson existant',
    ],
    ['En remplacement de la pompe existante, une pompe de marque Wilo est posée.', 'Wilo exigee'],
    ['En remplacement de la pompe existante de marque Wilo, un ballon est posé.', 'Wilo existant'],
    [
      'Les pompes de marque Salmson ont été remplacées par des pompes de marque Wilo.',
      'Salmson existant',
      'Wilo existant',
    ],
    ['## Existant\n\nLes vannes seront remplacées par des vannes de marque Wilo.', 'Wilo existant'],
    ['Les vannes existantes, par exemple, seront remplacées par des vannes de marque Wilo.', 'Wilo exigee'],
  ]);
});

describe('a reference that leaves the choice', () => {
  each([
    ['Par exemple, une pompe de marque Wilo.', 'Wilo exemple'],
    ['Une pompe telle que la marque Wilo en propose.', 'Wilo exemple'],
    ['Une pompe de marque Wilo, le cas échéant.', 'Wilo facultative'],
    ['La certification ISO 9001 serait un plus.', 'ISO 9001 facultative'],
    ['La certification ISO 9001 n’est pas exigée.', 'ISO 9001 facultative'],
    ['Aucune certification ISO 9001 n’est exigée.', 'ISO 9001 facultative'],
    ['Sont souhaités :\n\n- une pompe de marque Wilo.', 'Wilo facultative'],
    ['Par exemple :\n\n- pompes :\n  - marque Wilo.', 'Wilo facultative'],
  ]);
});

describe('a reference in the rules of the consultation', () => {
  each(
    [
      ['Le candidat doit être certifié ISO 9001.', 'ISO 9001 exigee'],
      ['Le candidat justifie de sa certification ISO 9001.', 'ISO 9001 exigee'],
      ['Sont exigés :\n\n- une certification ISO 9001.', 'ISO 9001 exigee'],
      ['Les pompes sont conformes à la norme NF EN 1176.', 'NF EN 1176 exigee'],
      ['La certification ISO 9001 du service est récente.', 'ISO 9001 citee'],
    ],
    'rc',
  );
});

describe('a brand with its reason', () => {
  const justified = (text: string) =>
    open(text)
      .ask(references)
      .map((r) => r.justified);
  it('is told by the sentence or the one after', () => {
    assert.deepEqual(justified('Pompe de marque Wilo, en raison du parc installé.'), [true]);
    assert.deepEqual(justified('Pompe de marque Wilo. Ce choix est justifié par le parc installé.'), [true]);
    assert.deepEqual(justified('Pompe de marque Wilo. Le prix est ferme.'), [false]);
    assert.deepEqual(justified('Pompe de marque Wilo.'), [false]);
  });
});

describe('what is demanded without an equivalent', () => {
  /** What is underlined, then the names of each demand. */
  const asked = (text: string, standards = true, piece?: string) => {
    const p = open(text, piece);
    return demands(p, standards).map((d) => [p.draft.slice(d.at), ...d.references.map((r) => r.name)].join(' | '));
  };

  it('is underlined from the first name to the last of a run', () => {
    for (const [text, ...expected] of [
      ['Les bancs respectent la norme NF EN 1176.', 'NF EN 1176 | NF EN 1176'],
      [
        'Les bancs respectent les normes NF EN 1176, NF EN 1177 et NF P 90-503.',
        'NF EN 1176, NF EN 1177 et NF P 90-503 | NF EN 1176 | NF EN 1177 | NF P 90-503',
      ],
      [
        'Les bancs respectent la norme NF EN 1176 et les arbres la norme NF V 12-055.',
        'NF EN 1176 | NF EN 1176 | NF V 12-055',
      ],
      ['Norme NF EN 1176 et la norme NF EN 1177.', 'NF EN 1176 et la norme NF EN 1177 | NF EN 1176 | NF EN 1177'],
      ['Normes NF EN 1176 (et NF EN 1177).', 'NF EN 1176 (et NF EN 1177 | NF EN 1176 | NF EN 1177'],
      ['Normes NF EN 1176 + NF EN 1177.', 'NF EN 1176 + NF EN 1177 | NF EN 1176 | NF EN 1177'],
      ['Conforme à la norme NF EN 1176 et au DTU 20.1.', 'NF EN 1176 et au DTU 20.1 | NF EN 1176 | DTU 20.1'],
      ['Norme NF EN 1176 pour les jeux ; norme NF EN 1177.', 'NF EN 1176 | NF EN 1176 | NF EN 1177'],
      ['Norme NF EN 1176. Norme NF EN 1177.', 'NF EN 1176 | NF EN 1176', 'NF EN 1177 | NF EN 1177'],
      ['Norme NF EN 1176 ou équivalent. Norme NF EN 1177.', 'NF EN 1177 | NF EN 1177'],
      ['Certification ISO 9001 souhaitée.'],
      ['Pompe de marque Wilo.'],
    ])
      assert.deepEqual(asked(text as string), expected, text);
  });

  it('is one demand for the items of one list that begin with their reference', () => {
    const list = (...items: string[]) => items.map((i) => `- ${i}`).join('\n');
    assert.deepEqual(asked(list('NF DTU 20.1 : maçonnerie', 'NF DTU 26.1 : enduits')), [
      'NF DTU 20.1 | NF DTU 20.1 | NF DTU 26.1',
    ]);
    assert.deepEqual(asked(list('selon la norme NF EN 1176', 'au DTU 26.1')), ['NF EN 1176 | NF EN 1176 | DTU 26.1']);
    for (const [a, b] of [
      ['la norme NF EN 1176', 'les normes NF EN 1177'],
      ['label PEFC', 'certificat FSC'],
      ['NF EN 1176', 'l’Eurocode 2'],
    ] as const)
      assert.equal(asked(list(a, b)).length, 1, `${a}, ${b}`);
    assert.equal(asked(list('NF DTU 20.1', 'enduits : NF DTU 26.1')).length, 2);
    assert.equal(asked(list('enduits : NF DTU 26.1', 'NF DTU 20.1')).length, 2);
    assert.deepEqual(asked(list('maçonnerie : NF DTU 20.1', 'enduits : NF DTU 26.1')), [
      'NF DTU 20.1 | NF DTU 20.1',
      'NF DTU 26.1 | NF DTU 26.1',
    ]);
    assert.deepEqual(asked(`${list('NF DTU 20.1')}\n\nPuis :\n\n${list('NF DTU 26.1')}`), [
      'NF DTU 20.1 | NF DTU 20.1',
      'NF DTU 26.1 | NF DTU 26.1',
    ]);
    assert.deepEqual(asked(`NF DTU 20.1 : maçonnerie.\n\n${list('NF DTU 26.1')}`), [
      'NF DTU 20.1 | NF DTU 20.1',
      'NF DTU 26.1 | NF DTU 26.1',
    ]);
  });

  it('is for goods neither justified nor open', () => {
    assert.deepEqual(asked('Pompe de marque Wilo. Vanne de marque Danfoss.', false), [
      'Wilo | Wilo',
      'Danfoss | Danfoss',
    ]);
    assert.deepEqual(asked('Pompe de marque Wilo, en raison du parc installé.', false), []);
    assert.deepEqual(asked('Pompe de marque Wilo ou équivalent.', false), []);
    assert.deepEqual(asked('Norme NF EN 1176.', false), []);
    assert.deepEqual(asked('- pompe de marque Wilo\n- vanne de marque Danfoss', false), [
      'Wilo | Wilo',
      'Danfoss | Danfoss',
    ]);
    assert.deepEqual(asked('Norme NF EN 1176, en raison du parc installé.'), ['NF EN 1176 | NF EN 1176']);
  });

  it('has its mention in the gender and number of its noun', () => {
    for (const [text, expected] of [
      ['Selon la norme NF EN 1335.', 'ou équivalente'],
      ['Selon la norme européenne NF EN 1335.', 'ou équivalente'],
      ['Selon les normes françaises NF EN 1335.', 'ou équivalentes'],
      ['Selon la norme « NF EN 1335 ».', 'ou équivalente'],
      ['Selon les normes NF EN 1335 et NF EN 1728.', 'ou équivalentes'],
      ['Selon la norme NF EN 1335 et NF EN 1728.', 'ou équivalentes'],
      ['Selon la norme : NF EN 1335.', 'ou équivalente'],
      ['Selon la norme (NF EN 1335).', 'ou équivalente'],
      ['Selon les normes européennes NF EN 1335.', 'ou équivalentes'],
      ['La qualification Qualibat 2112.', 'ou équivalente'],
      ['Les certifications ISO 9001 et ISO 14001.', 'ou équivalentes'],
      ['Certification ISO 9001.', 'ou équivalente'],
      ['Les sondes portent la marque NF.', 'ou équivalente'],
      ['Le certificat ISO 9001.', 'ou équivalent'],
      ['Les certificats ISO 9001 et ISO 14001.', 'ou équivalents'],
      ['Les référentiels ISO 9001.', 'ou équivalents'],
      ['Le standard ISO 9001.', 'ou équivalent'],
      ['Selon NF DTU 20.1 et NF DTU 26.1.', 'ou équivalents'],
      ['Selon D.T.U. 20.1 et D.T.U. 26.1.', 'ou équivalents'],
      ['Label Écocert 2018.', 'ou équivalent'],
      ['Les labels PEFC et FSC.', 'ou équivalents'],
      ['La certification de NF EN 1335.', 'ou équivalente'],
      ['Conforme à NF EN 1335 et NF EN 1728.', 'ou équivalent'],
      ['Selon les DTU 36.1 et DTU 36.2.', 'ou équivalents'],
      ['Selon le DTU 36.1.', 'ou équivalent'],
      ['Selon l’Eurocode 2 et l’Eurocode 3.', 'ou équivalents'],
      ['Sous avis technique n° 14/15-2102.', 'ou équivalent'],
      ['Pompe de marque Wilo.', 'ou équivalent'],
      ['Les marques Wilo et Grundfos sont posées.', 'ou équivalent'],
    ] as const)
      assert.equal(equivalentFor(open(text).ask(references)), expected, text);
    assert.equal(equivalentFor([]), 'ou équivalent');
  });

  it('has it after the quote that closes on the name', () => {
    const closing = (text: string) => {
      const p = open(text);
      return p.draft.slice(afterLast(p.ask(references)));
    };
    assert.equal(closing('Selon la norme « NF EN 1335 » en vigueur.'), '»');
    assert.equal(closing('Selon la norme "NF EN 1335" en vigueur.'), '"');
    assert.equal(closing('Selon les normes NF EN 1335 et NF EN 1728.'), 'NF EN 1728');
  });
});

describe('references as they are shown', () => {
  const show = (text: string) => {
    const piece = open(text);
    return references.show(piece.ask(references), piece);
  };
  it('have kind, name, role, equivalence and reason', () => {
    assert.equal(show('Le marché porte sur des bancs.'), undefined);
    assert.deepEqual(show('Norme NF EN 1176 ou équivalente.'), [
      { genre: 'norme', nom: 'NF EN 1176', role: 'exigee', equivalence: 'mention' },
    ]);
    assert.deepEqual(show('Pompe de marque Wilo, en raison du parc installé.'), [
      { genre: 'marque', nom: 'Wilo', role: 'exigee', equivalence: 'non', justifiee: true },
    ]);
  });
});
