import assert from 'node:assert/strict';
import { openConsultation } from '../../../rules/consultation/open.ts';
import { references } from '../../../rules/facts/besoin/references.ts';

/** « marque: Wilo »: the goods that a CCTP names, each as it is underlined. */
const goods = (text: string) => {
  const [piece] = openConsultation([{ path: 'cctp.md', text: `---\ndce:\n  piece: cctp\n---\n\n${text}\n` }], {
    date: '2026-12-01',
  }).pieces;
  assert.ok(piece);
  return piece.ask(references).map((r) => `${r.kind}: ${piece.draft.slice(r.at)}`);
};

type Case = readonly [text: string, ...expected: string[]];
const each = (cases: readonly Case[]) => {
  for (const [text, ...expected] of cases) it(text, () => assert.deepEqual(goods(text), expected));
};

describe('a brand', () => {
  each([
    ['La pompe est de marque « Wilo », modèle Stratos.', 'marque: Wilo', 'type: Stratos'],
    ['La pompe est de marque WILO.', 'marque: WILO'],
    ['Les pompes sont de la marque Wilo et de type Stratos MAXO 25.', 'marque: Wilo', 'type: Stratos MAXO 25'],
    ['Marque imposée : Wilo', 'marque: Wilo'],
    ['L’attestation est rédigée selon le modèle Métropole joint au dossier.'],
    ['Marque et modèle : Wilo Stratos', 'marque: Wilo Stratos'],
    ['Pompe de marque Wilo 12.', 'marque: Wilo 12'],
    ['Pompe de marque Wilo, 12 unités.', 'marque: Wilo'],
    ['Pompe de marque Wilo de Durand.', 'marque: Wilo de Durand'],
    ['Pompe de marque Wilo de couleur bleue.', 'marque: Wilo'],
    ['Pompe de marque Wilo (chauffage).', 'marque: Wilo'],
    ['Pompe de marque Tagéo. Banc bleu.', 'marque: Tagéo'],
    ['Moteur de marque Somfy ou Nice.', 'marque: Somfy'],
    ['Les pompes sont de fabrication des Ets Durand.', 'marque: Durand'],
    ['Les portes proviennent de chez Reynaers.', 'marque: Reynaers'],
    ['Le fabricant Somfy fournit les moteurs.', 'marque: Somfy'],
    ['Constructeur : Otis', 'marque: Otis'],
    ['Les vins sont de chez Nicolas.', 'marque: Nicolas'],
    ['LES POMPES SONT DE MARQUE WILO.', 'marque: WILO'],
    ['Le véhicule est de type Kangoo.', 'marque: Kangoo'],
    ['Ordinateur iPhone fourni.', 'marque: iPhone'],
    ['Le poste DELL.', 'marque: DELL'],
    ['LE POSTE DELL EST FOURNI.', 'marque: DELL'],
    ['Les panneaux Placo™ sont posés.', 'marque: Placo™'],
    ['Le joint Sikaflop ® est livré.', 'marque: Sikaflop ®'],
    ['Marques et types : Wilo et Grundfos.', 'marque: Wilo', 'marque: Grundfos'],
    ['Pompe de marque et référence Tagéo.', 'marque: Tagéo'],
    ['Pompe de marque et modèle Tagéo.', 'marque: Tagéo'],
    ['Marque:Tagéo', 'marque: Tagéo'],
    ['Pompe de marque imposée Tagéo.', 'marque: Tagéo'],
    ['Pompe de marque imposée: Tagéo.', 'marque: Tagéo'],
    ['Béquille des ets DURAND.', 'marque: DURAND'],
    ['Béquille de fabrication des établissements Durand.', 'marque: Durand'],
    ['Fabricant: Tagéo', 'marque: Tagéo'],
    ['Pompe de marque Axo.', 'marque: Axo'],
    ['Pompe de marque ABX.', 'marque: ABX'],
    ['Pompe de marque Wilo bleue.', 'marque: Wilo'],
    ['Pompe de marque Wilo du Midi.', 'marque: Wilo du Midi'],
    ['Pompe de marque Wilo de la gamme bleue.', 'marque: Wilo'],
    ['Pompe de marque Tagéo 25/1-6.', 'marque: Tagéo 25/1-6'],
    ['Pompe de marque Tagéo - Stratos.', 'marque: Tagéo'],
    ['Moteur de marque Tagéo : bleu.', 'marque: Tagéo'],
    ['Un ordinateur de type Apple.', 'marque: Apple'],
    ['UN ORDINATEUR DE TYPE APPLE.', 'marque: APPLE'],
    ['Les produits portent la marque NF Environnement.', 'label: NF Environnement'],
    ['Norme NF EN 1176 : bancs de marque Tagéo.', 'norme: NF EN 1176', 'marque: Tagéo'],
    ['Les produits sont de marque Écocert.', 'label: Écocert'],
    ['Moteur de marque Tagéo: Stratos bleu.', 'marque: Tagéo', 'marque: Stratos'],
    ['Moteur de marque Tagéo, Stratos.', 'marque: Tagéo'],
    ['Bancs de marque Tagéo, norme NF EN 1176.', 'marque: Tagéo', 'norme: NF EN 1176'],
    // no name
    ['Un contrat de type Apple.'],
    ['un ordinateur de type apple.'],
    ['Pompe de marque BO.'],
    ['Carrelage de marque UPEC.', 'certification: UPEC'],
    ['LES MEUBLES n° 3 SONT DE MARQUE RECONNUE.'],
    ['Les pompes sont de marque connue.'],
    ['Les pompes sont de marque CE.'],
    ['Banc de marque Ax.'],
    ['le poste dell.'],
    ['La marque d’origine est conservée.'],
    ['Le constructeur de l’ouvrage est choisi.'],
    ['Le fabricant : durée de garantie.'],
    ['La marque : à préciser par le candidat.'],
    ['LES MEUBLES SONT DE MARQUE RECONNUE.'],
    ['Les marques.'],
  ]);
});

describe('a type or a model', () => {
  each([
    ['Une série Platinum est fournie.', 'type: Platinum'],
    ['Fauteuil modèle Ploum de Ligne Roset.', 'type: Ploum de Ligne Roset'],
    ['Pompe de marque Wilo, modèle T3.', 'marque: Wilo', 'type: T3'],
    ['Pompe de marque Wilo, référence AX-2500.', 'marque: Wilo', 'type: AX-2500'],
    ['Fauteuil de modèle Conceptuel 4.', 'type: Conceptuel 4'],
    ['Fauteuil de marque Tagéo, modèle Conceptuel.', 'marque: Tagéo', 'type: Conceptuel'],
    ['Pompes de marque Wilo, modèles Stratos et Magna.', 'marque: Wilo', 'type: Stratos'],
    ['Pompes de marque Wilo, gammes Stratos.', 'marque: Wilo', 'type: Stratos'],
    ['Pompes de marque Wilo, gamme « Stratos ».', 'marque: Wilo', 'type: Stratos'],
    ['Pompes de marque Wilo, séries Stratos.', 'marque: Wilo', 'type: Stratos'],
    ['Pompe de marque Wilo, références A-12.', 'marque: Wilo', 'type: A-12'],
    // a sort, a code, a plan
    ['Pompe de marque Wilo, référence A12.', 'marque: Wilo'],
    ['Pompe de marque Wilo, modèle IP65-X.', 'marque: Wilo'],
    ['Pompe, modèle T3.'],
    ['Pompe, référence AX-2500.'],
    ['Pompe de marque Wilo, type AX-2500.', 'marque: Wilo'],
    ['Pompe de marque Wilo, référence Stratos.', 'marque: Wilo'],
    ['Pompe de marque Wilo, série bleue.', 'marque: Wilo'],
    ['Pompe de marque Wilo, type IP65-X.', 'marque: Wilo'],
    ['Le plan porte la référence 2024-12.'],
    ['Référence : AB-1234'],
    ['Type : Progiciel'],
    ['Le marché est de type Mono-attributaire.'],
    ['Le fauteuil est de type Conceptuel.'],
    ['Banc modèle L’Assise.'],
    ['Un contrat de type Dupont.'],
    ['LES MEUBLES SONT DE TYPE FIXE.'],
    ['Les meubles sont de type fixe.'],
  ]);
});

describe('a sort with a capital', () => {
  it('is no product', () => {
    const sorts =
      'Collection Ménage Rangement Constructeur Ordinaire Comité Technique Conceptuel Individuelle Régional Communale Collectif Collective Obligatoire Mécanisme Ambiance Résidence Spécialiste Portable Extensible Structure Boulangerie Journée Roulant Permanent';
    for (const sort of sorts.split(' ')) assert.deepEqual(goods(`Le mobilier est de type ${sort}.`), [], sort);
    for (const sort of ['Ethernet', 'Wi-Fi', 'Accord-cadre', 'Forfait/jour'])
      assert.deepEqual(goods(`Le réseau est de type ${sort}.`), [], sort);
    assert.deepEqual(goods('Le mobilier est de type Ambiancia.'), ['type: Ambiancia']);
  });
});

describe('a patent', () => {
  each([
    ['Brevet européen n° EP 1 234 567.', 'brevet: Brevet européen n° EP 1 234 567'],
    ['Le brevet FR2987654 couvre le joint.', 'brevet: brevet FR2987654'],
    ['Un dispositif breveté est posé.', 'brevet: dispositif breveté'],
    ['Des systèmes brevetés sont posés.', 'brevet: systèmes brevetés'],
    ['Les brevets du candidat sont joints.'],
    ['Brevet de secourisme exigé.'],
  ]);
});

describe('an origin', () => {
  each([
    ['Le bois est d’origine française.', 'origine: d’origine française'],
    ['Bois de provenance exclusivement bretonne.', 'origine: de provenance exclusivement bretonne'],
    ['Légumes de production locale.', 'origine: de production locale'],
    ['LES FRUITS SONT PRODUITS EN FRANCE.', 'origine: PRODUITS EN FRANCE'],
    ['Viande élevée intégralement en France.', 'origine: élevée intégralement en France'],
    ['Les textiles sont confectionnés en Europe.', 'origine: confectionnés en Europe'],
    ['Les textiles sont made in France.', 'origine: made in France'],
    ['Des personnes d’origine française.'],
    ['Les citoyens européens d’origine italienne.'],
    ['Les données personnelles d’origine française.'],
    ['Le siège est en France.'],
    ['Le prix de production est ferme.'],
  ]);
});

describe('a name that its place tells', () => {
  each([
    ['La plateforme devra être hébergée sur Oracle.', 'marque: Oracle'],
    ['Elle sera hébergée chez Scaleway.', 'marque: Scaleway'],
    ['Le site sera réalisé avec la technologie React.', 'marque: React'],
    ['Les postes seront livrés sous Windows 11.', 'marque: Windows 11'],
    ['Le titulaire fournit trente licences Teams.', 'marque: Teams'],
    ['Le titulaire fournit trente licences de SAP.', 'marque: SAP'],
    ['Le titulaire met en place le logiciel Cegidor.', 'marque: Cegidor'],
    ['Le titulaire utilisera la solution Cegidor Paie.', 'marque: Cegidor'],
    // Common words, public services, formats, people and places.
    ['Le titulaire met en place le logiciel Métier.'],
    ['Le titulaire met en place l’outil Ticketing.'],
    ['Le titulaire utilise la plateforme Chorus Pro.'],
    ['Le rapport est livré sous Word.'],
    ['Le site sera réalisé avec Madame Durand.'],
    ['Elle sera hébergée sur Nantes.'],
    ['Elle sera hébergée sur orange.'],
    ['LE TITULAIRE MET EN PLACE LE LOGICIEL CEGIDOR.'],
    ['Les équipes se réunissent sur Teams.'],
    ['La commune d’Orange met en place une solution.'],
  ]);
});
