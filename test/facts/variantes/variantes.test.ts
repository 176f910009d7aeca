import assert from 'node:assert/strict';
import { openConsultation } from '../../../rules/consultation/open.ts';
import { conditionsVariantes } from '../../../rules/facts/variantes/conditions.ts';
import { lotsIn, positions } from '../../../rules/facts/variantes/position.ts';
import { ouverture, variantes } from '../../../rules/facts/variantes/variantes.ts';
import { plain } from '../../../rules/kit/french/fold.ts';

const open = (text: string, others: Readonly<Record<string, string>> = {}) => {
  const files = [{ path: 'rc.md', text }, ...Object.entries(others).map(([path, t]) => ({ path, text: t }))];
  const [piece] = openConsultation(files, { date: '2026-12-01' }).pieces;
  assert.ok(piece);
  return piece;
};

const said = (text: string) =>
  open(text)
    .ask(variantes)
    .prises.map((p) => [p.position, ...(p.lots ?? [])].join(' '));

/** A sentence, and each position it states with its lots. */
const SENTENCES: readonly (readonly [string, readonly string[]])[] = [
  ["La proposition de variante libre n'est pas autorisée.", ['interdites']],
  ["Aucune variante n'est autorisée, ni exigée.", ['interdites', 'non-exigees']],
  ["Aucune variante n'est autorisée ni exigée.", ['interdites', 'non-exigees']],
  ['Les variantes ne sont pas autorisées.', ['interdites']],
  ["Aucune variante n'est autorisée pour cette consultation.", ['interdites']],
  ["Les variantes à l'initiative des candidats ne sont pas autorisées.", ['interdites']],
  [
    "Les variantes à l'initiative du candidat visées à l'article R. 2151-8-2 du code de la commande publique ne sont pas autorisées.",
    ['interdites'],
  ],
  [
    "Le marché ne présente pas de variante obligatoire visées à l'article R. 2151-9 du code de la commande publique.",
    ['non-exigees'],
  ],
  ["La proposition de variantes n'est pas autorisée", ['interdites']],
  ["Aucune variante ou option n'est autorisée.", ['interdites']],
  [
    "En cas de transmission d'une ou de plusieurs offres variantes, le pouvoir adjudicateur les rejettera sans les analyser.",
    [],
  ],
  ['Refus des variantes.', ['interdites']],
  [
    'La présente consultation est lancée sans variante, avec obligation de chiffrer la solution de base',
    ['interdites'],
  ],
  ["La proposition de variante n'est pas autorisée.", ['interdites']],
  ["Les variantes facultatives à l'initiative des candidats sont interdites.", ['interdites']],
  ["Il n'y a pas de variante ni de PSE imposée par l'acheteur.", ['interdites']],
  [
    "Les variantes, au sens de l'article R2151-8 du code de la commande publique, ne sont pas autorisées.",
    ['interdites'],
  ],
  [
    "Le marché ne prévoit pas de variantes imposées, au sens de l'article R 2151-9 du code de la commande publique.",
    ['non-exigees'],
  ],
  [
    "Les candidats sont, toutefois, autorisés à présenter des variantes à conditions qu'elles représentent un avantage réel pour l'établissement",
    ['autorisees'],
  ],
  ['Les candidats devront obligatoirement proposer une offre de base conforme à ses exigences.', []],
  [
    "Pour les lots pour lesquels les variantes sont autorisées, les offres pour la solution de base seront d'abord examinées et classées.",
    [],
  ],
  ['Une variante avec stores extérieurs devra être proposée', ['exigees']],
  ['(sauf variantes éventuelles)', []],
  ['Les variantes techniques éventuellement présentées par les candidats demeurent leur propriété intellectuelle.', []],
  ['à la variante suivante :', []],
  ['néanmoins, de leur propre initiative, présenter des solutions différentes en variante.', []],
  [
    'Les entrepreneurs peuvent néanmoins, de leur propre initiative, présenter des solutions différentes en variante.',
    ['autorisees'],
  ],
  [
    "Toutefois les Entrepreneurs ont la possibilité de proposer en variante, au Maître d'Œuvre, des matériaux d'aspect et de qualité au moins équivalente à ceux préconisés.",
    ['autorisees'],
  ],
  [
    "Toute variante devra être validée par l'architecte et le BET, et ne devra pas diminuer les performances attendues.",
    [],
  ],
  [
    "L'entrepreneur peut proposer des variantes, si le règlement de consultation l'autorise, en plus value ou en moins value, et ce en annexe de son offre.",
    [],
  ],
  ['Mais ces derniers, peuvent proposer des variantes.', ['autorisees']],
  [
    "l'entrepreneur pourra, s'il le désire, proposer dans son offre des matériels différents, sous les réserves suivantes",
    ['autorisees'],
  ],
  ['y compris en intégrant les éventuelles variantes proposées et retenues.', []],
  ['Les candidats peuvent proposer une solution alternative.', ['autorisees']],
  ["Il n'est pas prévu de variante.", ['interdites']],
  ['Le candidat remet une offre unique ; aucune variante ne sera examinée.', ['interdites']],
  ['AUTORISEES POUR LES LOTS 1 ET 2', []],
  ["Les variantes sont admises pour le lot 1, à l'exclusion des autres lots.", ['autorisees 1']],
  ['Pour le lot 1, les candidats peuvent présenter une variante à leur initiative.', ['autorisees 1']],
  ['Pour le lot 2, les variantes ne sont pas autorisées.', ['interdites 2']],
  ["L'Urssaf n'exige de variante pour aucun des deux lots.", ['non-exigees']],
  ["Quant aux variantes, les candidats n'y sont pas autorisés.", ['interdites']],
  ["Il n'est prévu aucune prestation supplémentaire éventuelle.", []],
  ['Les participants ne sont pas autorisés à proposer de variantes.', ['interdites']],
  [
    'si le participant le souhaite, une ou deux variantes, examinées au même titre que la proposition de base.',
    ['autorisees'],
  ],
  ['Les candidats ne sont pas autorisés à présenter de variante.', ['interdites']],
  ["La remise de variantes n'est pas autorisée.", ['interdites']],
  ['Les candidats peuvent proposer, à titre de variante, une détection fondée sur la mesure du débit.', ['autorisees']],
  ['Les variantes sont autorisées pour le lot 1, interdites pour le lot 2.', ['autorisees 1', 'interdites 2']],
  ['Les variantes ne sont autorisées que pour le lot 3.', ['autorisees 3']],
  ['Les variantes ne sont pas autorisées, sauf pour le lot 2.', ['interdites', 'autorisees 2']],
  ['Ne sont admises que les variantes portant sur le mode de transport.', ['autorisees']],
  ['Les variantes portant sur les délais ne sont pas admises.', []],
  ['Les variantes qui ne respectent pas les exigences minimales seront rejetées.', []],
  ['Toute variante sera rejetée.', ['interdites']],
  ["Les variantes qui ne modifient pas l'architecture sont autorisées.", ['autorisees']],
  ['Les variantes ne sont pas interdites.', ['autorisees']],
  ["L'acheteur n'autorise pas les variantes.", ['interdites']],
  ['La Ville autorise la présentation de variantes.', ['autorisees']],
  ['La sous-traitance est autorisée, les variantes sont interdites.', ['interdites']],
  ['Les candidats ne pourront présenter plus de deux variantes.', ['autorisees']],
  ['Une seule variante par candidat est admise.', ['autorisees']],
  ["Le candidat ne peut présenter qu'une offre de base, à l'exclusion de toute variante.", ['interdites']],
  ['Les variantes ne dispensent pas de remettre une offre de base, qui est obligatoire.', []],
  ['Les documents exigés pour la variante sont les mêmes.', []],
  ["Si les variantes sont autorisées, l'acte d'engagement est rempli pour chacune.", []],
  ['La présentation de variantes est autorisée sauf mention contraire dans les documents de la consultation.', []],
  ['Il est interdit de présenter des variantes.', ['interdites']],
  ['Les candidats ne doivent pas proposer de variantes.', ['interdites']],
  ['Les candidats doivent proposer une variante portant sur le chauffage.', ['exigees']],
  ["La variante fait l'objet d'un acte d'engagement distinct.", []],
  ['Le candidat qui présente une variante remet aussi une offre de base.', []],
  ['Les variantes doivent être présentées dans un document séparé.', []],
  ["Le candidat qui ne présente pas de variante n'est pas pénalisé.", []],
  ['Une variante est exigée pour le lot 2.', ['exigees 2']],
  ['Variantes : non autorisées', ['interdites']],
  ['Variantes non admises', ['interdites']],
  ['Variantes : autorisées (2 maximum)', ['autorisees']],
  ['Les variantes autorisées doivent respecter les exigences minimales.', []],
  ['Toute variante non autorisée sera rejetée.', []],
  ['Les offres variantes sont recevables.', ['autorisees']],
  ['La consultation est ouverte aux variantes.', ['autorisees']],
  ['Le dépôt de variantes est possible.', ['autorisees']],
  ['Les variantes sont les bienvenues.', ['autorisees']],
  ["Le pouvoir adjudicateur n'entend pas admettre de variantes.", ['interdites']],
  ['Les variantes libres ne sont ni autorisées ni examinées.', ['interdites']],
  ['Les PSE sont autorisées mais les variantes sont proscrites.', ['interdites']],
  ['Les variantes sont interdites ; les prestations supplémentaires sont exigées.', ['interdites']],
  ['Aucune variante ne peut déroger à ces exigences.', []],
  ['Les variantes ne seront pas prises en considération.', ['interdites']],
  ["L'offre est acceptée : ☐ offre de base ☐ variante", []],
  ["Chaque candidat a la faculté de déposer, outre son offre de base, jusqu'à deux variantes.", ['autorisees']],
  ['Les variantes sont acceptées sous réserve du respect des exigences minimales du CCTP.', ['autorisees']],
  ['Seules les variantes respectant le chapitre 3 seront examinées.', []],
  ['Sont autorisées les variantes techniques relatives au lot 2.', ['autorisees 2']],
  ['Il est possible de proposer des variantes pour les lots 1 à 3.', ['autorisees 1,2,3']],
  ['Les soumissionnaires sont invités à présenter des variantes.', ['autorisees']],
  ["Le présent marché n'admet pas les variantes.", ['interdites']],
  ['Les variantes ne sauraient être admises.', ['interdites']],
  ["Il n'est pas autorisé de variantes.", ['interdites']],
  ["Les soumissionnaires s'abstiendront de présenter des variantes.", ['interdites']],
  ["Les candidats devront s'abstenir de toute variante.", ['interdites']],
  ['Toute offre comportant une variante sera déclarée irrégulière.', ['interdites']],
  ['Les offres variantes seront éliminées.', ['interdites']],
  ['Toute proposition de variante sera écartée sans être examinée.', ['interdites']],
  ["Le pouvoir adjudicateur n'accepte aucune variante.", ['interdites']],
  ['Aucune variante, même partielle, ne sera acceptée.', ['interdites']],
  ['Les variantes sont strictement interdites.', ['interdites']],
  ['Pas de variante.', ['interdites']],
  ['Pas de variante autorisée.', ['interdites']],
  ['La proposition de variantes est exclue.', ['interdites']],
  ['Les candidats se conforment strictement au cahier des charges, sans variante possible.', ['interdites']],
  ["La possibilité de présenter des variantes n'est pas offerte aux candidats.", ['interdites']],
  ['La faculté de proposer des variantes est laissée aux candidats.', ['autorisees']],
  ['Les candidats sont libres de proposer une ou plusieurs variantes.', ['autorisees']],
  ['Le candidat qui le souhaite peut proposer une variante.', ['autorisees']],
  ['Chaque soumissionnaire pourra, en complément de son offre de base, remettre une offre variante.', ['autorisees']],
  ["Les variantes sont recevables dès lors qu'elles respectent le chapitre 4.", ['autorisees']],
  ['Le règlement autorise les variantes techniques.', ['autorisees']],
  ['Des variantes peuvent être présentées.', ['autorisees']],
  ['Des variantes pourront être proposées par les entreprises.', ['autorisees']],
  ['Les variantes peuvent être proposées uniquement sur le lot n° 3.', ['autorisees 3']],
  ['Une variante peut être déposée pour chacun des lots.', ['autorisees']],
  ["Les variantes non accompagnées d'une offre de base ne seront pas examinées.", []],
  ["Un candidat peut ne présenter qu'une variante, sans offre de base.", ['autorisees']],
  ['Il est demandé aux candidats de chiffrer une variante obligatoire.', ['exigees']],
  ["Aucune variante n'est imposée.", ['non-exigees']],
  ["Il n'est pas exigé de variante.", ['non-exigees']],
  ['Les variantes sont autorisées mais non exigées.', ['autorisees', 'non-exigees']],
  ["Les variantes, qu'elles soient à l'initiative du candidat ou imposées, ne sont pas autorisées.", ['interdites']],
  ["Conformément à l'article R. 2151-8 du CCP, les variantes sont autorisées.", ['autorisees']],
  ["En application de l'article R. 2151-8, 1°, les variantes sont interdites pour tous les lots.", ['interdites']],
  ['Lot 1 : variantes autorisées ; lot 2 : variantes interdites.', ['autorisees 1', 'interdites 2']],
  ['Variantes autorisées pour les lots n°1 et n°2 uniquement.', ['autorisees 1,2']],
  [
    'Les variantes sont interdites pour le lot 1 et autorisées pour les lots 2 et 3.',
    ['interdites 1', 'autorisees 2,3'],
  ],
  ['Seul le lot 4 admet des variantes.', ['autorisees 4']],
  ["Les variantes sont proscrites à l'exception du lot 2.", ['interdites', 'autorisees 2']],
  ["Les candidats proposant une variante complètent un second acte d'engagement.", []],
  ["L'analyse des variantes est faite selon les mêmes critères.", []],
  ['Les variantes retenues seront intégrées au marché.', []],
  ['Le prix de la variante est indiqué dans le cadre prévu à cet effet.', []],
  ['Le candidat indique si son offre est une offre de base ou une variante.', []],
  ['Les variantes de couleur des sièges sont possibles sans surcoût.', []],
  ['Une variante d’affichage en noir et blanc est prévue pour l’impression des tournées.', []],
  ['Le logiciel doit gérer les variantes orthographiques des noms.', []],
  ['Les variantes régionales du formulaire sont acceptées par le système.', []],
  ['Une variante du virus peut être détectée.', []],
  ['Le titulaire peut proposer une solution alternative en cas de rupture de stock.', []],
  ['Les entreprises ont la possibilité de répondre par une solution différente de celle décrite.', ['autorisees']],
  ['Toute alternative technique proposée par le candidat est admise.', ['autorisees']],
  ['Les options et variantes ne sont pas admises.', ['interdites']],
  ['Les prestations supplémentaires éventuelles sont autorisées, les variantes non.', ['interdites']],
  ['Variantes : NON', ['interdites']],
  ['Variantes : oui', ['autorisees']],
  ['Les variantes étant interdites, une seule offre est remise.', ['interdites']],
  ['Les variantes étant autorisées, le candidat remet un dossier par offre.', ['autorisees']],
  ["Il n'est autorisé qu'une variante par candidat.", ['autorisees']],
  ["L'attention des candidats est attirée sur le fait que les variantes ne sont pas acceptées.", ['interdites']],
  ["Sous peine d'irrégularité de son offre, le candidat ne présente aucune variante.", ['interdites']],
  ["Le candidat ne propose qu'une offre : ni variante ni option.", ['interdites']],
  ["L'acheteur souhaite recevoir des variantes sur le mode de chauffage.", ['autorisees']],
  ["L'acheteur encourage le dépôt de variantes.", ['autorisees']],
];

describe('what a sentence says of variants', () => {
  for (const [sentence, expected] of SENTENCES)
    it(sentence, () => {
      const found = positions(plain(sentence)).map((s) => [s.position, s.lots?.join(',')].filter(Boolean).join(' '));
      assert.deepEqual(found, expected);
    });

  it('opens ranges and lists of lots', () => {
    assert.deepEqual(lotsIn('les lots n° 1, 2 et 4'), ['1', '2', '4']);
    assert.deepEqual(lotsIn('lots 2 a 5'), ['2', '3', '4', '5']);
    assert.deepEqual(lotsIn('le lot 1 et le lot 3'), ['1', '3']);
    assert.deepEqual(lotsIn('tous les lots'), []);
  });
});

describe('what a piece says of variants', () => {
  it('takes its subject from the heading', () => {
    assert.deepEqual(said('# RC\n\n## Variantes\n\nElles ne sont pas autorisées.\n'), ['interdites']);
    assert.deepEqual(said('# RC\n\n## Variantes\n\nSans objet.\n'), ['interdites']);
    assert.deepEqual(said('# RC\n\n## Variantes exigées\n\nNéant.\n'), ['non-exigees']);
  });

  it('takes its subject from the row, the column and the lead of a list', () => {
    assert.deepEqual(said('# RC\n\n| Rubrique | Contenu |\n| --- | --- |\n| Variantes | Sans |\n'), ['interdites']);
    assert.deepEqual(said('# RC\n\n| Lot | Variantes |\n| --- | --- |\n| 1 | Oui |\n| 2 | Non |\n'), [
      'autorisees 1',
      'interdites 2',
    ]);
    assert.deepEqual(said('# RC\n\nVariantes :\n\n- lot 1 : autorisées ;\n- lot 2 : interdites.\n'), [
      'autorisees 1',
      'interdites 2',
    ]);
  });

  it('lets the body speak over its heading', () => {
    assert.deepEqual(
      said('# RC\n\n## 3.2.1. Variantes autorisées\n\nLa proposition de variante n’est pas autorisée.\n'),
      ['interdites'],
    );
    assert.deepEqual(said('# RC\n\n## Variantes non autorisées\n\n## Durée\n\nDeux ans.\n'), ['interdites']);
  });

  it('counts a box only when it is ticked', () => {
    const boxes = (a: string, b: string) =>
      open(
        `# RC\n\n## Variantes\n\n${a} Les variantes sont autorisées.\n\n${b} Les variantes ne sont pas autorisées.\n`,
      ).ask(variantes);
    assert.deepEqual([boxes('☐', '☐').prises.length, boxes('☐', '☐').cases.length], [0, 2]);
    assert.deepEqual(
      boxes('☐', '☒').prises.map((p) => p.position),
      ['interdites'],
    );
    assert.deepEqual(said('# RC\n\nVariantes : oui ☐ non ☒\n'), ['interdites']);
    assert.deepEqual(said('# RC\n\n- [x] Les variantes sont autorisées\n- [ ] Les variantes sont interdites\n'), [
      'autorisees',
    ]);
  });

  it('gives a lot its own rule over the general one', () => {
    const piece = open('# RC\n\nLes variantes ne sont pas autorisées. Pour le lot 2, elles sont admises.\n');
    assert.deepEqual(piece.ask(variantes).contradictions, []);
    assert.deepEqual(ouverture(piece)?.lots, ['2']);
  });

  it('does not take for open what another piece forbids', () => {
    const piece = open('# RC\n\nLes variantes ne sont pas autorisées.\n', {
      'cctp.md': '# CCTP\n\nL’entreprise peut proposer des variantes.\n',
    });
    assert.equal(piece.consultation.of('cctp').map(ouverture)[0], undefined);
  });

  it('leaves out lists of pieces, quotations and prestations supplémentaires', () => {
    assert.deepEqual(
      said(
        '# RC\n\n- un acte d’engagement (sauf variantes éventuelles) ;\n- PSE 4 : rails.\n\n> Les variantes sont autorisées.\n',
      ),
      [],
    );
  });
});

describe('the conditions of variants', () => {
  const kept = (text: string, others?: Readonly<Record<string, string>>) =>
    Object.entries(open(text, others).ask(conditionsVariantes))
      .filter(([name, at]) => at && name !== 'exigencesLots')
      .map(([name]) => name)
      .sort();

  it('are read in the section, the passage and the list', () => {
    assert.deepEqual(
      kept('# RC\n\n## Variantes\n\nElles sont autorisées.\n\nLe candidat chiffre les gains obtenus.\n'),
      ['justification'],
    );
    assert.deepEqual(
      kept('# RC\n\nLes variantes sont admises. Elles respectent, à minima :\n\n- 40 places ;\n- 3 ans de garantie.\n'),
      ['exigences'],
    );
    assert.deepEqual(kept('# RC\n\nOffres de base et variantes sont jugées selon les mêmes critères.\n'), ['criteres']);
    assert.deepEqual(kept('# RC\n\nLes variantes sont attendues sur le mode de chauffage.\n'), ['elements']);
  });

  it('are not taken from words that only promise them', () => {
    assert.deepEqual(kept('# RC\n\nLes variantes sont admises. Elles respectent les exigences minimales.\n'), []);
    assert.deepEqual(kept('# RC\n\nLes variantes sont admises sans exigence minimale.\n'), []);
    assert.deepEqual(kept('# RC\n\nLe titulaire justifie les gains obtenus.\n'), []);
  });

  it('are looked for where a reference sends, and not found in an article that does not exist', () => {
    const rc = '# RC\n\nLes variantes sont admises. Elles respectent les exigences minimales de l’article 4 du CCTP.\n';
    assert.deepEqual(kept(rc, { 'cctp.md': '# CCTP\n\n## Article 4 - Variantes\n\nPoids de 3 kg au plus.\n' }), [
      'exigences',
    ]);
    assert.deepEqual(kept(rc, { 'cctp.md': '# CCTP\n\n## Article 1 - Objet\n\nBancs.\n' }), []);
  });
});
