import assert from 'node:assert/strict';
import { lotsIn, positions } from '../../../rules/facts/variantes/position.ts';
import { plain } from '../../../rules/kit/french/fold.ts';

type Context = Parameters<typeof positions>[1];
/** « autorisees », « interdites 1,2 » */
const read = (sentence: string, context?: Context) =>
  positions(plain(sentence), context).map(({ position, lots }) =>
    [position, ...(lots ? [lots.join(',')] : [])].join(' '),
  );

type Case = readonly [sentence: string, ...expected: string[]];
const each = (cases: readonly Case[], context?: Context) => {
  for (const [sentence, ...expected] of cases) it(sentence, () => assert.deepEqual(read(sentence, context), expected));
};

describe('variants without a verb', () => {
  each([
    ['Variantes libres : oui, pour le lot 2', 'autorisees 2'],
    ['Variantes : oui (deux au plus)', 'autorisees'],
    ['Variantes : avec', 'autorisees'],
    ['Variantes obligatoires : néant', 'non-exigees'],
    ['Variante(s) : sans objet', 'interdites'],
    ['VARIANTES TECHNIQUES - NON', 'interdites'],
    ['Sans variante ni option', 'interdites'],
    ['Ni variantes ni PSE.', 'interdites'],
    ['Le candidat ne propose ni variante, ni option.', 'interdites'],
    ['Marché passé sans variante.', 'interdites'],
    ['L’offre de base est laissée au choix du candidat, sans variante.', 'interdites'],
    ['L’offre est remise à l’exclusion de toute proposition de variante.', 'interdites'],
    ['L’offre est remise à l’exclusion des variantes.', 'interdites'],
    ['Pas de variantes imposées', 'non-exigees'],
    ['Aucune variante exigée pour le lot 1', 'non-exigees'],
    ['Sans variante exigée.', 'non-exigees'],
    ['Point de variante.', 'interdites'],
    ['(pas de variante)', 'interdites'],
    ['Le lot 1 : aucune variante.', 'interdites 1'],
    [
      'Pour les lots 1 et 2, variantes interdites ; pour le lot 3, variantes autorisées.',
      'interdites 1,2',
      'autorisees 3',
    ],
    ['Lot n° 1 - variantes autorisées', 'autorisees 1'],
    ['Variantes interdites (lots 1 à 3)', 'interdites 1,2,3'],
    ['Article 4 - Variantes autorisées', 'autorisees'],
    ['Article 12.3 - Variantes interdites', 'interdites'],
    ['a) Variantes autorisées', 'autorisees'],
    ['Conditions : variantes autorisées', 'autorisees'],
    ['Délai de deux mois ; variantes interdites', 'interdites'],
    ['Lot unique (variantes interdites)', 'interdites'],
    // described, supposed, or of another thing
    ['Si le marché est passé sans variante, une seule offre est remise.'],
    ['La pompe fonctionne sans variante de réglage, en toutes saisons et par toutes températures.'],
    ['Le cadre « Variantes autorisées » est rempli.'],
  ]);
});

describe('variants that the candidate may present', () => {
  each([
    ['Les candidats ont la possibilité de présenter des variantes.', 'autorisees'],
    ['Lot 1. Vous pouvez proposer une solution autre que celle du CCTP.', 'autorisees 1'],
    ['Lot 2. Pas de variante.', 'interdites 2'],
    ['Vous n’êtes pas admis à présenter une variante.', 'interdites'],
    [
      'Les soumissionnaires sont admis à proposer, sur les modalités de visite, une solution différente de celle du CCTP.',
      'autorisees',
    ],
    ['Les candidats peuvent remettre une offre par lot mais aucune variante.'],
    ['Les candidats sont admis à présenter leur offre, hors variante.'],
    ['Les candidats sont admis à proposer une offre par lot.'],
    ['Les candidats auront également la faculté de proposer toute variante utile.', 'autorisees'],
    ['Les entreprises disposent de la faculté de remettre une variante.', 'autorisees'],
    ['Possibilité est donnée aux candidats de proposer des variantes.', 'autorisees'],
    ['Il est laissé aux candidats la liberté de proposer des variantes.', 'autorisees'],
    ['L’acheteur laisse aux candidats la possibilité de proposer des variantes.', 'autorisees'],
    ['Le règlement offre aux soumissionnaires la faculté de présenter une variante.', 'autorisees'],
    ['L’acheteur n’offre pas aux candidats la possibilité de présenter des variantes.', 'interdites'],
    ['Les candidats sont autorisés à répondre en variante.', 'autorisees'],
    ['La faculté de présenter une variante est reconnue aux soumissionnaires.', 'autorisees'],
    ['Les candidats n’ont pas la possibilité de présenter des variantes.', 'interdites'],
    ['Les candidats n’ont pas le droit de présenter de variante.', 'interdites'],
    ['Les candidats ne peuvent en aucun cas proposer de variantes.', 'interdites'],
    ['Les candidats ne peuvent présenter aucune variante.', 'interdites'],
    ['Il n’est pas permis aux candidats de proposer des variantes.', 'interdites'],
    ['Les candidats ne peuvent présenter qu’une variante.', 'autorisees'],
    ['Les candidats peuvent en variante proposer un autre revêtement.', 'autorisees'],
    [
      'Les candidats peuvent remettre, à l’adresse du service de la commande publique de la collectivité qui figure en première page, une variante.',
      'autorisees',
    ],
    ['Des variantes pourront le cas échéant être présentées la semaine suivante.', 'autorisees'],
    ['Si le candidat le souhaite, une variante est admise.', 'autorisees'],
    ['Si le candidat le souhaite une variante est admise.', 'autorisees'],
    ['En outre, si le candidat le souhaite une variante est admise.', 'autorisees'],
    ['Les candidats ne peuvent pas présenter plus d’une variante.', 'autorisees'],
    ['Si le candidat souhaite présenter une variante, il remet un second acte.', 'autorisees'],
    ['S’ils le désirent, les candidats remettent deux variantes.', 'autorisees'],
    // said of the buyer or of the contract
    ['L’acheteur peut proposer des variantes.'],
    ['L’acheteur public peut proposer des variantes.'],
    ['La commission technique peut proposer une variante.'],
    ['Les candidats peuvent présenter des observations ; une variante est décrite à l’annexe.'],
    ['Les candidats peuvent remettre leurs remarques : la variante est décrite.'],
    ['Les variantes sont décrites au CCTP et les candidats peuvent proposer une solution conforme.'],
    ['Le candidat remplit le cadre prévu en variante.'],
    ['Le titulaire peut proposer une variante de planning.'],
    ['Le maître d’œuvre peut proposer une variante.'],
    ['Une brochure sur les variantes est offerte aux visiteurs.'],
    ['Le cadre de réponse est prévu pour les variantes.'],
  ]);
});

describe('variants that are admitted, or that are not', () => {
  each([
    ['Les variantes sont tolérées.', 'autorisees'],
    ['Les variantes sont facultatives.', 'autorisees'],
    ['Les variantes demeurent possibles.', 'autorisees'],
    ['Une variante par lot est permise.', 'autorisees'],
    ['Le nombre de variantes est limité à deux.', 'autorisees'],
    ['Il est prévu des variantes.', 'autorisees'],
    ['Les variantes à l’initiative du candidat sont prévues.', 'autorisees'],
    ['Les variantes ne sont admises qu’à titre exceptionnel.', 'autorisees'],
    ['Les variantes ne sont acceptées qu’à condition d’être chiffrées.', 'autorisees'],
    ['La variante ne peut être admise que si elle est chiffrée.', 'autorisees'],
    ['L’offre ou la variante est recevable si elle est signée.', 'autorisees'],
    ['Le règlement n’interdit pas les variantes.', 'autorisees'],
    ['Les variantes ne sont pas souhaitées.', 'interdites'],
    ['Les variantes ne sont pas attendues.', 'interdites'],
    ['Les variantes n’étant pas autorisées, elles seront rejetées.', 'interdites'],
    ['Le règlement ne permet pas de variante.', 'interdites'],
    ['Le règlement interdit les variantes.', 'interdites'],
    ['Le règlement exclut toute variante.', 'interdites'],
    ['L’acheteur refuse les variantes.', 'interdites'],
    ['Sont interdites toutes les variantes.', 'interdites'],
    ['Les variantes sont jugées irrecevables.', 'interdites'],
    ['Les variantes restent interdites.', 'interdites'],
    ['Toute variante est exclue du champ de la consultation.', 'interdites'],
    ['Il n’y aura pas de variante.', 'interdites'],
    ['Il ne sera pas admis de variante.', 'interdites'],
    ['Le marché ne comporte aucune variante.', 'interdites'],
    ['Les candidats ne présentent pas de variante.', 'interdites'],
    ['Les variantes ne seront pas analysées.', 'interdites'],
    ['Aucune variante ne sera acceptée ni même examinée.', 'interdites'],
    ['Les variantes ne sont jamais prises en compte.', 'interdites'],
    ['Les variantes ne sont pas proposées par les candidats.', 'interdites'],
    ['Les candidats ne remettent pas de variante.', 'interdites'],
    ['Le candidat ne propose aucune variante.', 'interdites'],
    ['Ne sont pas examinées les variantes.', 'interdites'],
    ['Les variantes ne sauraient être admises, sous quelque forme que ce soit.', 'interdites'],
    ['La variante, qu’elle soit imposée ou libre, est interdite.', 'interdites'],
    ['Il n’est pas admis plus d’une variante par candidat.', 'autorisees'],
    ['Les variantes ne sont admises par lot qu’en nombre limité.', 'autorisees'],
    ['Est admise une seule variante.', 'autorisees'],
    ['Est admise toute autre variante.', 'autorisees'],
    ['Est admise une éventuelle variante.', 'autorisees'],
    ['Est admise leur proposition de variante.', 'autorisees'],
    ['Est permise au candidat la remise de variantes.', 'autorisees'],
    ['N’est admis qu’un dépôt de variante.', 'autorisees'],
    ['N’est admise aucune variante.', 'interdites'],
    ['Est exclu le recours au dépôt de variantes.', 'interdites'],
    // some variants only, or a sanction
    ['Est exclue une variante relative à la structure.'],
    ['La variante est irrecevable seule.'],
    ['Une variante pourra être rejetée.'],
    ['À défaut, la variante est écartée.'],
    ['Faute de mémoire, les variantes sont rejetées.'],
    ['Aucune variante autorisée ne sera modifiée.'],
    ['Les variantes dont le délai excède six mois sont exclues.'],
    ['Les variantes modifiant le programme sont interdites.'],
    ['Les variantes concernant la structure sont exclues.'],
    ['Sont exclues les variantes portant sur la structure.'],
    ['Les variantes présentées sans offre de base sont irrecevables.'],
    ['Les variantes remises seules sont exclues.'],
    ['Les variantes sont rejetées sans offre de base.'],
    ['Les variantes incomplètes seront rejetées.'],
    ['Les variantes seront rejetées si elles sont incomplètes.'],
    ['Sous peine d’être rejetée, la variante respecte le CCTP.'],
    ['Les variantes ne seront pas rejetées.'],
    // supposed
    ['Dans l’hypothèse où les variantes sont autorisées, elles sont chiffrées.'],
    ['Lorsque les variantes sont autorisées, le candidat les chiffre.'],
    ['Selon que les variantes sont admises ou interdites, un cadre est rempli.'],
    ['Les lots pour lesquels les variantes sont interdites sont listés.'],
    // described
    ['Les variantes prévues au CCTP sont chiffrées.'],
    ['La solution de base et les variantes sont analysées.'],
    ['Les variantes ne sont pas jugées sur le prix.'],
    ['L’acheteur s’abstient de demander des variantes.'],
  ]);
});

describe('variants that the buyer asks for', () => {
  each([
    ['L’acheteur demande une variante pour le lot 1.', 'exigees 1'],
    ['L’acheteur exige deux variantes.', 'exigees'],
    ['L’acheteur n’impose pas de variante.', 'non-exigees'],
    ['Les candidats sont tenus de présenter une variante.', 'exigees'],
    ['Les candidats devront chiffrer une variante avec isolation renforcée.', 'exigees'],
    ['Une variante doit être proposée.', 'exigees'],
    ['Une variante doit être proposée par chaque candidat.', 'exigees'],
    ['Aucune variante ne doit être proposée.', 'interdites'],
    ['Il est prévu une variante obligatoire.', 'exigees'],
    ['La remise de la variante est obligatoire.', 'exigees'],
    ['La consultation ne comporte pas de variante obligatoire.', 'non-exigees'],
    ['Les variantes à l’initiative de l’acheteur ne sont pas prévues.', 'non-exigees'],
    ['Les variantes imposées sont interdites.', 'non-exigees'],
    ['Les candidats ne peuvent pas présenter de variantes imposées.', 'non-exigees'],
    ['Les variantes ne sont ni exigées, ni autorisées.', 'non-exigees', 'interdites'],
    ['Les variantes ne sont pas exigées mais elles sont autorisées.', 'non-exigees', 'autorisees'],
    ['Les variantes sont autorisées, et non pas exigées.', 'autorisees', 'non-exigees'],
    ['Est exigée au moins une variante.', 'exigees'],
    ['Les candidats doivent proposer une offre et une variante.', 'exigees'],
    ['Le dossier est complet : le candidat doit proposer une variante.', 'exigees'],
    ['Une variante ne doit pas être proposée.', 'interdites'],
    ['Les variantes ne sont pas autorisées ou exigées.', 'interdites', 'non-exigees'],
    // a variant known already, or a paper about it
    ['Variantes exigées'],
    ['Chaque variante doit être chiffrée.'],
    ['Une variante doit être remise dans un document séparé.'],
    ['Une variante doit comporter un mémoire.'],
    ['Le chiffrage des variantes devra être remis.'],
    ['Le candidat doit présenter un prix de variante.'],
    ['Les candidats doivent proposer une offre par variante.'],
    ['L’acheteur demande la variante décrite à l’annexe.'],
    ['La variante doit être chiffrée.'],
    ['Les variantes obligatoires sont chiffrées.'],
    ['Le candidat doit présenter un mémoire pour une variante.'],
    ['Le mémoire de la variante est obligatoire.'],
    ['Le prix de la variante est exigé.'],
    ['Les pièces des variantes sont exigées.'],
  ]);
});

describe('variants beside other things', () => {
  each([
    ['Les variantes et les options sont interdites.', 'interdites'],
    ['Les variantes ainsi que les prestations supplémentaires éventuelles sont interdites.', 'interdites'],
    ['Les variantes, les options et les PSE ne sont pas admises.', 'interdites'],
    ['Variantes et options : interdites', 'interdites'],
    ['Les offres de base sont obligatoires ; les variantes sont admises.', 'autorisees'],
    ['Les négociations sont exclues, tandis que les variantes sont permises.', 'autorisees'],
    ['Les variantes sont permises, tandis que les options sont exclues.', 'autorisees'],
    ['Les variantes sont autorisées et les options sont interdites.', 'autorisees'],
    ['Les visites sont obligatoires, une variante est possible.', 'autorisees'],
    ['Les options ne sont pas admises mais les variantes sont autorisées.', 'autorisees'],
    ['Les options ne sont pas admises, toutefois les variantes sont autorisées.', 'autorisees'],
    ['Les options ne sont pas admises et les variantes sont autorisées.', 'autorisees'],
    ['Les variantes sont décrites, les options autorisées.'],
    ['Les variantes sont décrites ; les options du lot 2 sont autorisées.'],
    ['Les variantes respectent le CCTP et les options sont interdites.'],
    ['Les variantes dont les documents exigés manquent ne sont pas examinées.'],
    ['Les offres comportant des variantes seront étudiées.'],
  ]);
});

describe('the lots of a position', () => {
  each([
    ['Sont admises, pour le lot 2, les variantes libres.', 'autorisees 2'],
    ['Les variantes sont prévues au lot 2.', 'autorisees 2'],
    ['La variante est admise hors lot 2.', 'autorisees', 'interdites 2'],
    ['Les variantes sont autorisées, à l’exception des lots 2 et 3.', 'autorisees', 'interdites 2,3'],
    ['Les variantes sont interdites pour le lot 1 sauf pour le lot 2.', 'interdites 1', 'autorisees 2'],
    ['Lots 1 et 2 : variantes interdites.', 'interdites 1,2'],
    ['Sont admises pour les lots 1 et 2 les variantes libres.', 'autorisees 1,2'],
    ['Les variantes sont admises pour le lot 1 et autorisées pour le lot 3.', 'autorisees 1', 'autorisees 3'],
    ['Une variante est exigée, sauf pour le lot 2.', 'exigees', 'non-exigees 2'],
    ['Les variantes ne sont pas exigées, sauf pour le lot 2.', 'non-exigees', 'exigees 2'],
    ['Les variantes du lot 1 sont autorisées, celles du lot 2 interdites.', 'autorisees 1', 'interdites 2'],
  ]);

  it('are the numbers that a text names, ranges opened', () => {
    const cases: readonly Case[] = [
      ['les lots n° 1, n° 2 et n° 4', '1', '2', '4'],
      ['les lots n°s 10 à 12', '10', '11', '12'],
      ['les lots 1-3', '1', '2', '3'],
      ['les lots 2 & 3', '2', '3'],
      ['les lots 1 ou 4', '1', '4'],
      ['le lot numéro 7, le lot 7', '7'],
      ['les lots 5 à 2', '5', '2'],
      ['les lots 01 et 02', '1', '2'],
      ['le lot 1 ; le lot 40', '1', '40'],
      ['les lots 1 et 2, et le lot 10', '1', '2', '10'],
      ['deux lots', ''],
    ];
    for (const [text, ...expected] of cases) assert.deepEqual(lotsIn(plain(text)), expected.filter(Boolean), text);
  });
});

describe('a sentence whose subject stands above it', () => {
  const about = { about: true };
  each(
    [
      ['Oui', 'autorisees'],
      ['Oui, deux au plus', 'autorisees'],
      ['Avec', 'autorisees'],
      ['Néant.', 'interdites'],
      ['Sans objet', 'interdites'],
      ['Non, sauf pour le lot 2', 'interdites', 'autorisees 2'],
      ['Elles sont admises.', 'autorisees'],
      ['Elles ne sont pas permises.', 'interdites'],
      ['Interdit', 'interdites'],
      ['Sans prestation supplémentaire éventuelle'],
      ['Oui pour les options'],
      ['La présentation reste interdite.', 'interdites'],
      ['Leur dépôt demeure toujours possible.', 'autorisees'],
      ['Les candidats peuvent en proposer.', 'autorisees'],
      ['Pas de variante', 'interdites'],
      ['Non pour le lot 2', 'interdites 2'],
      ['Non - sauf accord', 'interdites'],
      ['Les documents exigés sont remis.'],
      ['Le délai exigé court.'],
      ['L’accès interdit est signalé.'],
      ['Tout dépôt interdit sera enlevé.'],
      ['Non-respect des délais : pénalités.'],
      ['Le candidat coche oui, ou laisse vide.'],
      ['Elle dure deux ans, sans objet.'],
      ['Elle respecte au minimum : l’appel nominatif proscrit.'],
      ['La sous-traitance est interdite.'],
      ['Le dimanche, la visite est interdite.'],
      ['Le bruit est limité.'],
    ],
    about,
  );

  it('is of those that the buyer asks for, under their title', () => {
    const asked = { about: true, asked: true };
    assert.deepEqual(read('Oui', asked), ['exigees']);
    assert.deepEqual(read('Néant', asked), ['non-exigees']);
    assert.deepEqual(read('Aucune variante', asked), ['non-exigees']);
    assert.deepEqual(read('Elles ne sont pas prévues.', asked), ['non-exigees']);
    assert.deepEqual(read('Elles sont autorisées.', asked), ['exigees']);
  });

  it('says nothing where nothing above it speaks of variants', () => {
    for (const sentence of ['Oui', 'Néant', 'Elles sont admises.', 'Les équivalents sont admis.'])
      assert.deepEqual(read(sentence), [], sentence);
  });
});

describe('the thing without the word', () => {
  each([
    ['L’entreprise peut proposer une solution alternative.', 'autorisees'],
    ['Les candidats peuvent proposer d’autres solutions techniques que celle du CCTP.', 'autorisees'],
    ['Le candidat ne peut pas proposer de procédés différents.', 'interdites'],
    [
      'Les solutions qui dérogent au CCTP sont admises si le candidat les justifie ; ces variantes sont chiffrées.',
      'autorisees',
    ],
    ['Le candidat peut proposer une solution alternative ou équivalente.'],
    ['Une solution alternative est possible en cas de panne.'],
  ]);
});
