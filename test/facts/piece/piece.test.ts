import assert from 'node:assert/strict';
import { openConsultation, overhear, type SourceFile } from '../../../rules/consultation/open.ts';
import { isForm } from '../../../rules/facts/commun/champs-formes.ts';
import { citations } from '../../../rules/facts/droit/citations.ts';
import { citationStyle } from '../../../rules/facts/droit/citations-style.ts';
import { isChecked } from '../../../rules/facts/piece/genre.ts';
import { rules } from '../../../rules/index.ts';
import type { Piece } from '../../../rules/kit/piece.ts';
import { lint } from '../../../server/core/lint.ts';

const consultation = (...sources: SourceFile[]) => openConsultation(sources, { date: '2026-12-01' });
const open = (text: string, path = 'document.md') => consultation({ path, text }).pieces[0] as Piece;
/** « rc title »: what the piece is, and what tells it. */
const kind = (text: string, path?: string) => {
  const piece = open(text, path);
  return `${piece.kind} ${piece.kindFrom}`;
};

describe('the kind of a piece', () => {
  const TITLES: readonly (readonly [title: string, kind: string])[] = [
    ['Règlement de la consultation', 'rc'],
    ['RÈGLEMENT DE CONSULTATION (R.C.)', 'rc'],
    ['Règlement particulier de la consultation', 'rc'],
    ['Règlement d’appel d’offres', 'rc'],
    ['Règlement de mise en concurrence', 'rc'],
    ['RC', 'rc'],
    ['Règlement du concours de maîtrise d’œuvre', 'reglement-concours'],
    ['Règlement de concours', 'reglement-concours'],
    ['Règlement de l’hackathon', 'reglement-concours'],
    ['Règlement particulier du concours', 'reglement-concours'],
    ['Concours restreint d’architecture – Règlement', 'reglement-concours'],
    ['Hackathon des données ouvertes - règlement', 'reglement-concours'],
    ['Appel à projets « Quartiers fertiles »', 'appel-a-projets'],
    ['Appels à projet 2027', 'appel-a-projets'],
    ['Convention de subvention', 'appel-a-projets'],
    ['Convention-type d’attribution d’une aide', 'appel-a-projets'],
    ['Convention pluriannuelle de financement', 'appel-a-projets'],
    ['Cahier des clauses administratives particulières', 'ccap'],
    ['Cahier des clauses administratives et techniques particulières', 'ccap'],
    ['Cahier des clauses particulières', 'ccap'],
    ['C.C.A.P.', 'ccap'],
    ['CCATP', 'ccap'],
    ['Cahier des clauses techniques particulières', 'cctp'],
    ['Cahier des conditions techniques', 'cctp'],
    ['C.C.T.P. – lot 2', 'cctp'],
    ['Cahier des charges', 'cctp'],
    ['Cahier des charges fonctionnel', 'programme-fonctionnel'],
    ['Programme fonctionnel détaillé', 'programme-fonctionnel'],
    ['Expression fonctionnelle des besoins', 'programme-fonctionnel'],
    ['Acte d’engagement', 'ae'],
    // The first name says what it is, the others what it goes with.
    ['Acte d’engagement valant CCAP', 'ae'],
    ['CCTP – annexe de l’acte d’engagement', 'cctp'],
  ];
  for (const [title, expected] of TITLES)
    it(`is told by the title « ${title} »`, () => assert.equal(kind(`# ${title}\n\nTexte.\n`), `${expected} title`));

  const OPENINGS: readonly (readonly [name: string, text: string, kind: string])[] = [
    ['a bold first line', '**Règlement de la consultation**\n\nTexte.\n', 'rc title'],
    ['a first line in capitals', 'ACTE D’ENGAGEMENT\n\nTexte.\n', 'ae title'],
    ['a second title', '# Ville de Metz\n\n## Marché public de nettoyage\n\n# CCTP\n\nTexte.\n', 'cctp title'],
    [
      'a title below the name of the buyer',
      'Ville de Metz\n\nDirection des achats\n\n**Acte d’engagement**\n',
      'ae title',
    ],
    ['a heading of the second level at the top', '## Programme fonctionnel\n\nTexte.\n', 'programme-fonctionnel title'],
    // A sentence that names a piece is no title.
    ['a sentence', 'Le CCAP fixe les pénalités.\n', 'autre text'],
    ['a bold word', 'Le **CCAP** fixe les pénalités, et le CCTP les prestations.\n', 'autre text'],
    ['a cell of a table', '| CCAP | RC |\n|---|---|\n| A | B |\n', 'autre text'],
    ['a long paragraph in capitals', `${'LES PRESTATIONS SONT DÉCRITES AU CCTP. '.repeat(5)}\n`, 'autre text'],
    ['a line in capitals far below', 'Un.\n\nDeux.\n\nTrois.\n\nQuatre.\n\nCinq.\n\nACTE D’ENGAGEMENT\n', 'autre text'],
    [
      'a section, after four paragraphs, on a piece',
      'Un.\n\nDeux.\n\nTrois.\n\nQuatre.\n\n## Le CCAP\n\nTexte.\n',
      'autre text',
    ],
    ['a title after nine paragraphs', `${'Un.\n\n'.repeat(9)}# Acte d’engagement\n\nTexte.\n`, 'autre text'],
  ];
  for (const [name, text, expected] of OPENINGS)
    it(`from ${name} is ${expected}`, () => assert.equal(kind(text), expected));

  const CALLS: readonly (readonly [text: string, kind: string, path?: string])[] = [
    ['# Règlement de l’appel à candidatures\n\n## Volontaires du numérique\n', 'autre title', 'reglement.md'],
    ['## RÈGLEMENT DE L’APPEL A MANIFESTATION D’INTERET\n\nTexte.\n', 'autre title', 'reglement.md'],
    ['Métropole\n\nAppel à candidatures\n\n**Cahier des charges**\n\nTexte.\n', 'autre title', 'cahier-des-charges.md'],
    ['# Cahier des charges de recrutement d’agents contractuels\n', 'autre title', 'cdc.md'],
    ['# Règlement du label « Ville amie »\n', 'autre title', 'reglement.md'],
    [
      'Règlement du label « Ville amie »\ndu programme national des villes amies des aînés et de leurs aidants\nVersion mise à jour pour les demandes de labellisation et de renouvellement faites à compter du 4 décembre 2026\n\nTexte.\n',
      'autre title',
      'reglement.md',
    ],
    ['# Règlement intérieur de la médiathèque\n', 'autre title', 'reglement.md'],
    ['# Cahier des charges de l’appel à projets\n', 'appel-a-projets title', 'cahier-des-charges.md'],
    ['# Cahier des charges\n\n## Appel à projets 2027\n', 'appel-a-projets title', 'cahier-des-charges.md'],
    [
      'Appel à candidatures\n\n# Demande de cofinancement des tiers-lieux\n\n**Cahier des charges**\n',
      'appel-a-projets title',
      'cahier-des-charges.md',
    ],
    ['# Cahier des charges du hackathon\n', 'reglement-concours title', 'cahier-des-charges.md'],
    // Those are tenders.
    ['# Règlement de l’appel à candidatures\n\n## Marché de maîtrise d’œuvre\n', 'rc name', 'reglement.md'],
    ['# Appel à candidatures – règlement de la consultation\n', 'rc title', 'reglement.md'],
    ['# Règlement de l’appel à candidatures\n\nTexte.\n', 'rc name', 'RC.md'],
    ['# Règlement de l’appel à candidatures\n\nLa présente consultation est restreinte.\n', 'rc name', 'reglement.md'],
    ['# Cahier des charges – recrutement d’un bureau d’études\n', 'cctp title', 'cdc.md'],
    ['# Cahier des charges : plateforme de suivi des appels à projets\n', 'cctp title', 'cdc.md'],
    ['# CCTP\n\n## Appel à manifestation d’intérêt : outil de gestion\n', 'cctp title', 'cctp.md'],
    // A convention is a grant, unless it pays a contractor or is a deed of its own.
    ['# Convention d’étude\n\nLe titulaire exécute les essais du CCTP.\n', 'ccap text', 'convention.md'],
    [
      '# Convention\n\nÉtude des nappes\nValant cahier des clauses administratives (CCAP)\n',
      'ccap title',
      'convention.md',
    ],
    [
      '# Convention\n\nLe titulaire de la subvention, retenu à l’appel à projets, joint son CCTP.\n',
      'appel-a-projets name',
      'convention.md',
    ],
    ['# Convention de prêt de matériel scénique\n\nTexte.\n', 'autre title', 'convention.md'],
    ['# Convention d’objectifs\n\nTexte.\n', 'appel-a-projets name', 'convention.md'],
  ];
  for (const [text, expected, path] of CALLS)
    it(`of « ${text.split('\n', 3).join(' ')} » is ${expected}`, () => assert.equal(kind(text, path), expected));

  const ANNEXES: readonly (readonly [title: string, kind: string])[] = [
    ['Annexe 1 au RC – Cadre du mémoire technique', 'autre text'],
    ['ANNEXE 2 AU REGLEMENT DE LA CONSULTATION : QUESTIONNAIRE ENVIRONNEMENTAL', 'autre text'],
    ['Annexe 3 au CCTP – Description des locaux', 'cctp title'],
    ['Annexe 4 au CCTP – Modèle de données', 'cctp title'],
    ['Annexe 5 au CCTP – Cadre réglementaire', 'cctp title'],
    ['Règlement de la consultation et annexes', 'rc title'],
  ];
  for (const [title, expected] of ANNEXES)
    it(`of an annex « ${title} » is ${expected}`, () => assert.equal(kind(`# ${title}\n\nTexte.\n`), expected));

  const NAMES: readonly (readonly [path: string, kind: string])[] = [
    ['RC.md', 'rc'],
    ['2027-04_rc_nettoyage.md', 'rc'],
    ['RDC.md', 'rc'],
    ['Règlement de la consultation.docx', 'rc'],
    ['reglement.md', 'rc'],
    ['Règlement_du_concours.md', 'reglement-concours'],
    ['concours-reglement.md', 'reglement-concours'],
    ['AAP.md', 'appel-a-projets'],
    ['appel_a_projets_2027.md', 'appel-a-projets'],
    ['convention.md', 'appel-a-projets'],
    ['programme.md', 'programme-fonctionnel'],
    ['02-CCAP.md', 'ccap'],
    ['cahier des clauses administratives.md', 'ccap'],
    ['lot2/CCTP.md', 'cctp'],
    ['cahier-des-charges.md', 'cctp'],
    ['ATTRI1.md', 'ae'],
    ['acte_d_engagement.md', 'ae'],
    ['AE lot 3.md', 'ae'],
    // The first word of the name says what it is.
    ['ae-annexe-ccap.md', 'ae'],
    ['rc/lisez-moi.md', 'autre'],
    ['arc.md', 'autre'],
    ['planning.rc', 'autre'],
  ];
  for (const [path, expected] of NAMES)
    it(`is told by the file name « ${path} »`, () =>
      assert.equal(kind('Texte.\n', path), expected === 'autre' ? 'autre text' : `${expected} name`));

  const WORDS: readonly (readonly [sentence: string, kind: string])[] = [
    ['Le présent règlement de la consultation fixe les règles de la procédure.', 'rc'],
    ['Le présent règlement du concours fixe les primes.', 'reglement-concours'],
    ['Le présent hackathon dure deux jours.', 'reglement-concours'],
    ['Le présent CCAP fixe les clauses du marché.', 'ccap'],
    ['Le présent cahier des clauses techniques particulières décrit les travaux.', 'cctp'],
    ['Le présent cahier des charges décrit les travaux.', 'cctp'],
    ['Le signataire du présent acte d’engagement s’oblige.', 'ae'],
    ['Le présent programme fonctionnel exprime le besoin.', 'programme-fonctionnel'],
    ['Le présent appel à projets finance des jardins.', 'appel-a-projets'],
    ['Les prestations sont décrites au CCTP.', 'autre'],
  ];
  for (const [sentence, expected] of WORDS)
    it(`is told by the sentence « ${sentence} »`, () => assert.equal(kind(`${sentence}\n`), `${expected} text`));

  it('is what the front matter says, then dce.yaml, then the title, then the name of the file', () => {
    const ae = '# Acte d’engagement\n';
    assert.equal(kind(`---\ndce:\n  piece: cctp\n---\n\n${ae}`, 'rc.md'), 'cctp front-matter');
    assert.equal(kind(ae, 'rc.md'), 'ae title');
    assert.equal(kind('# Ville de Metz\n\nLe présent CCAP fixe les clauses.\n', 'rc.md'), 'rc name');
    const [told] = consultation({ path: 'rc.md', text: ae, values: { piece: 'ccap' } }).pieces;
    assert.equal(`${told?.kind} ${told?.kindFrom}`, 'ccap dce-yaml');
  });
});

describe('a document that is several pieces', () => {
  const DUTIES = 'Le titulaire du présent marché exécute les prestations.\n';
  const KINDS: readonly (readonly [text: string, kinds: string, path?: string])[] = [
    ['# CCP\n', 'ccap cctp'],
    ['# Cahier des clauses particulières (CCP)\n', 'ccap cctp'],
    ['# Cahier des clauses administratives et techniques particulières\n', 'ccap cctp'],
    ['# CCP\n\nLe présent CCP vaut CCAP et CCTP.\n', 'ccap cctp'],
    ['# CCAP et CCTP\n', 'ccap cctp'],
    ['# CCAP – CCTP\n', 'ccap cctp'],
    [
      '# Cahier des clauses administratives particulières (CCAP) et cahier des clauses techniques particulières (CCTP)\n',
      'ccap cctp',
    ],
    ['# Acte d’engagement valant CCAP\n', 'ae ccap'],
    ['# Acte d’engagement tenant lieu de CCP\n', 'ae ccap cctp'],
    ['# Règlement de la consultation et cahier des charges\n', 'rc cctp'],
    ['# Lettre de consultation valant RC\n', 'rc'],
    [
      '# Lettre de consultation\n\n**valant règlement de la consultation (RC) et cahier des clauses particulières (CCP)**\n\nVotre offre est jugée sur les critères ci-après. Remettez votre offre.\n',
      'rc ccap cctp',
    ],
    [
      'Ville de Brest\n2, rue Haute\n\nLETTRE DE CONSULTATION\nvalant règlement de la consultation\n\nMarché à procédure adaptée\n',
      'rc',
    ],
    ['# Lettre de consultation valant cahier des charges\n', 'rc cctp'],
    [
      '# Lettre de consultation – Évaluation de l’appel à projets\n\nNous vous invitons à nous faire une offre. Votre offre est jugée sur deux critères.\n\nLes offres sont remises en ligne.\n',
      'rc',
    ],
    [`# Contrat de maintenance\n\n${DUTIES}`, 'ccap ae'],
    [`# Marché n° 2027-12\n\n${DUTIES}`, 'ccap ae'],
    ['Texte.\n', 'ae ccap', 'AE_CCAP.md'],
    ['Texte.\n', 'ccap cctp', '03-ccp.md'],
    ['---\ndce:\n  piece: ccp\n---\n', 'ccap cctp'],
    ['---\ndce:\n  piece: contrat\n---\n', 'ccap ae'],
    // Those are one piece, or none.
    ['# CCP\n\nLes prestations sont décrites au CCTP.\n', 'ccap'],
    ['# CCAP\n\nLe CCTP décrit les prestations.\n', 'ccap'],
    ['# CCTP – annexe de l’acte d’engagement\n', 'cctp'],
    ['# CCAP (annexe de l’acte d’engagement)\n', 'ccap'],
    ['# Lettre de consultation\n', 'autre'],
    [`# Contrat de travail\n\n${DUTIES}`, 'autre'],
    ['# Contrat de maintenance\n\nLe contrat en cours prend fin en 2027.\n', 'autre'],
    [`# Marché de Noël\n\n${DUTIES}`, 'autre'],
    [`# Marché n° 2027-12\n\n## Rapport de présentation\n\n${DUTIES}`, 'autre'],
    ['Texte.\n', 'ae', 'ae-annexe-ccap.md'],
  ];
  for (const [text, expected, path] of KINDS)
    it(`« ${(path ?? text).split('\n', 4).join(' ').trim()}${text.includes('CCTP') ? ' CCTP' : ''} » is ${expected}`, () =>
      assert.equal(open(text, path).kinds.join(' '), expected));

  const kindsOf = (...texts: string[]) =>
    consultation(...texts.map((text, i) => ({ path: `${i}.md`, text }))).pieces.map((p) => p.kinds.join(' '));
  it('leaves to another piece the kind that it is by itself', () => {
    assert.deepEqual(kindsOf('# CCP\n', '# CCTP\n'), ['ccap', 'cctp']);
    assert.deepEqual(kindsOf('# CCAP\n', '# Acte d’engagement valant CCAP\n'), ['ccap', 'ae']);
    assert.deepEqual(kindsOf('# CCP lot 1\n', '# CCP lot 2\n'), ['ccap cctp', 'ccap cctp']);
    assert.deepEqual(kindsOf('# CCP\n', '# CCAP\n', '# CCTP\n'), ['ccap cctp', 'ccap', 'cctp']);
  });
  it('is given once for all its kinds', () => {
    const all = consultation({ path: 'ccp.md', text: '# CCP\n' });
    for (const kinds of [['ccap', 'cctp'], ['cctp', 'ccap'], ['cctp']] as const)
      assert.deepEqual(all.of(...kinds), all.pieces);
  });
  it('has the rules of all that it is, each once', () => {
    const text = '# CCP\n\n## Objet\n\nNettoyage des écoles.\n\n## Prestations\n\nLe titulaire doit être rapide.\n';
    const { findings } = lint(consultation({ path: 'ccp.md', text }), { rules, rethrow: true });
    const count = (id: string) => findings.filter((f) => f.rule.id === id).length;
    assert.equal(count('besoin/exigence-mesurable'), 1);
    assert.equal(count('execution/condition-environnementale'), 1);
    assert.equal(findings.filter((f) => f.rule.id.startsWith('dossier/')).length, 0);
  });
});

describe('a piece that is checked', () => {
  it('is known, or has metadata, right or wrong; a README is none', () => {
    assert.equal(isChecked(open('# CCAP\n')), true);
    assert.equal(isChecked(open('# Lisez-moi\n')), false);
    assert.equal(isChecked(open('# Appel à candidatures\n')), true);
    assert.equal(isChecked(open('---\ndce:\n  etat: final\n---\n\n# Note\n')), true);
    assert.equal(isChecked(open('---\ndce:\n  piece: note\n---\n\n# Note\n')), true);
    assert.equal(isChecked(open('---\ntitle: x\n---\n\n# Note\n')), false);
  });
});

describe('the day whose law applies', () => {
  const dated = (day?: string) => (day ? `---\ndce:\n  date: ${day}\n---\n\n` : '');
  const days = (...pieces: readonly (readonly [path: string, day?: string])[]) =>
    consultation(...pieces.map(([path, day]) => ({ path, text: `${dated(day)}Texte.\n` }))).pieces.map((p) => p.date);
  it('is that of the piece, else of another piece, else the one given', () => {
    assert.deepEqual(days(['rc.md', '2026-01-02'], ['ccap.md', '2026-03-04']), ['2026-01-02', '2026-03-04']);
    assert.deepEqual(days(['cctp.md'], ['rc.md', '2026-01-02']), ['2026-01-02', '2026-01-02']);
    assert.deepEqual(days(['cctp.md'], ['note.md', '2026-01-02']), ['2026-01-02', '2026-01-02']);
    assert.deepEqual(days(['rc.md'], ['ccap.md']), ['2026-12-01', '2026-12-01']);
  });
  const LAUNCHES: readonly (readonly [text: string, day: string])[] = [
    ['Date d’envoi de l’avis à la publication : 4 mai 2024\n', '2024-05-04'],
    ['Date d’émission : 4 mai 2024\n', '2024-05-04'],
    ['Date d’émission du dossier : 04/05/2024\n', '2024-05-04'],
    ['- Date de publication de l’avis : 4 mai 2024\n', '2024-05-04'],
    ['Lancement de la consultation : 4 mai 2024\n', '2024-05-04'],
    ['| Date d’émission | 4 mai 2024 |\n|---|---|\n| Objet | Nettoyage |\n', '2024-05-04'],
    ['Date d’émission : 2 mai 2024\n\nEnvoi de l’avis au BOAMP : 4 mai 2024\n', '2024-05-04'],
    ['# RC\n\nMetz, le 4 mai 2024\n', '2024-05-04'],
    ['# RC\n\nVersion 2 du 4 mai 2024\n', '2024-05-04'],
    ['# RC\n\n## Mai 2024\n', '2024-05-01'],
    // Those are days of other acts.
    ['Date limite de réception des offres : 4 mai 2024\n', '2026-12-01'],
    ['Date d’émission du bon de commande : 4 mai 2024\n', '2026-12-01'],
    ['Date d’envoi de l’avis de préinformation : 4 mai 2024\n', '2026-12-01'],
    ['Date de publication de l’avis d’attribution : 4 mai 2024\n', '2026-12-01'],
    ['Le CCAG est publié le 4 mai 2021.\n', '2026-12-01'],
    ['Date d’émission : 31/02/2024\n', '2026-12-01'],
    ['# RC\n\nLe marché commence le 4 mai 2024\n', '2026-12-01'],
    [`# RC\n\n${'Texte.\n\n'.repeat(12)}Mai 2024\n`, '2026-12-01'],
  ];
  for (const [text, expected] of LAUNCHES)
    it(`is ${expected} where « ${text.replaceAll('\n', ' ').slice(0, 90).trim()} »`, () =>
      assert.equal(open(text, 'rc.md').date, expected));
  it('is the launch that another piece writes, after what metadata say', () => {
    const texts = ['Date d’émission : 4 mai 2024\n', 'Texte.\n'];
    const read = (...all: string[]) =>
      consultation(...all.map((text, i) => ({ path: ['rc.md', 'ccap.md'][i] as string, text }))).pieces.map(
        (p) => p.date,
      );
    assert.deepEqual(read(...texts), ['2024-05-04', '2024-05-04']);
    assert.deepEqual(read(...texts.map((t) => `${dated('2025-01-01')}${t}`)), ['2025-01-01', '2025-01-01']);
  });
  it('follows an edit of the words that tell it', () => {
    const text = 'Date d’émission : 4 mai 2024\n';
    const all = consultation({ path: 'rc.md', text });
    assert.equal(all.pieces[0]?.date, '2024-05-04');
    assert.equal(all.edit('rc.md', text.replace('2024', '2025')), true);
    assert.equal(all.pieces[0]?.date, '2025-05-04');
  });
  it('is shared by the règlement first, then by the CCAP, the CCTP and the acte d’engagement', () => {
    const order = ['rc.md', 'reglement-concours.md', 'aap.md', 'ccap.md', 'cctp.md', 'ae.md', 'programme.md'];
    for (const [i, first] of order.entries())
      for (const later of order.slice(i + 1))
        assert.equal(days(['note.md'], [later, '2026-02-02'], [first, '2026-01-01'])[0], '2026-01-01', first);
  });
});

describe('the pieces of a consultation', () => {
  it('are given by kind, in the order of the kinds, or all', () => {
    const all = consultation(
      { path: 'cctp.md', text: '' },
      { path: 'rc.md', text: '' },
      { path: 'note.md', text: '' },
      { path: 'cctp-lot2.md', text: '' },
    );
    const paths = (pieces: readonly Piece[]) => pieces.map((p) => p.path);
    assert.deepEqual(paths(all.of('rc', 'cctp')), ['rc.md', 'cctp.md', 'cctp-lot2.md']);
    assert.deepEqual(paths(all.of('ae')), []);
    assert.deepEqual(paths(all.of()), ['cctp.md', 'rc.md', 'note.md', 'cctp-lot2.md']);
    assert.deepEqual(all.files, []);
    assert.deepEqual(openConsultation([], { date: '2026-12-01', files: ['plan.pdf'] }).files, ['plan.pdf']);
  });

  const numbers = (piece: Piece) => piece.ask(citations).articles.map((a) => a.number);
  const RC = '# Règlement de la consultation\n\nL’article R. 2152-7 du code de la commande publique s’applique.\n';
  it('are edited in place, as long as nothing makes another piece of them', () => {
    const all = consultation({ path: 'rc.md', text: RC }, { path: 'ccap.md', text: '# CCAP\n\nTexte.\n' });
    const [rc] = all.pieces as [Piece, Piece];
    assert.deepEqual(numbers(rc), ['R2152-7']);
    assert.equal(all.edit('rc.md', RC.replace('7 du', '6 du')), true);
    assert.deepEqual(numbers(rc), ['R2152-6']);
    assert.equal(all.edit('autre.md', RC), false);
    assert.equal(all.edit('rc.md', `${RC}\n## Annexe\n\nUn nouveau titre.\n`), false);
  });
  it('are opened anew when their title changes them', () => {
    const all = consultation({ path: 'note.md', text: '# CCAP\n\nTexte.\n' });
    assert.equal(all.edit('note.md', '# CCTP\n\nTexte.\n'), false);
    // The name of the file now tells, and no more the title.
    const named = consultation({ path: 'ccap.md', text: '# CCAP\n\nTexte.\n' });
    assert.equal(named.edit('ccap.md', '# CCBP\n\nTexte.\n'), false);
  });
  it('are never edited in place when they are read once', () => {
    const all = openConsultation([{ path: 'rc.md', text: RC }], { date: '2026-12-01', once: true });
    assert.deepEqual(numbers(all.pieces[0] as Piece), ['R2152-7']);
    assert.equal(all.edit('rc.md', RC.replace('7 du', '6 du')), false);
  });
});

describe('the questions put to the pieces', () => {
  it('are heard while some work is done, those of facts to one another left out', () => {
    const all = consultation({ path: 'rc.md', text: 'Texte.\n' }, { path: 'ccap.md', text: 'Texte.\n' });
    const [rc, ccap] = all.pieces as [Piece, Piece];
    rc.ask(citations);
    const heard = overhear(all, () => {
      ccap.ask(citationStyle);
      rc.ask(citations);
      ccap.ask(citations);
    });
    ccap.ask(citationStyle);
    assert.deepEqual(
      heard.map(({ fact, piece }) => `${piece.path} ${fact.id}`),
      ['ccap.md citations-style', 'rc.md citations', 'ccap.md citations'],
    );
  });
  it('are heard again after a work that failed', () => {
    const all = consultation({ path: 'rc.md', text: 'Texte.\n' });
    const [rc] = all.pieces as [Piece];
    const failing = {
      ...citations,
      read: () => {
        throw new Error('unreadable');
      },
    };
    assert.throws(() => overhear(all, () => rc.ask(failing)), /unreadable/);
    assert.equal(
      overhear(all, () => {
        assert.throws(() => rc.ask(failing), /unreadable/);
        rc.ask(citations);
      }).length,
      2,
    );
  });
});

describe('a form that the candidate fills', () => {
  const FORMS: readonly (readonly [name: string, path: string, text: string, form: boolean])[] = [
    ['an acte d’engagement', 'ae.md', 'Texte.\n', true],
    ['a schedule of prices by its name', 'bpu_lot_2.md', 'Texte.\n', true],
    ['a DC1 by its name', 'DC1.md', 'Texte.\n', true],
    ['a schedule of prices by its title', 'document.md', '# Décomposition du prix global\n', true],
    ['a frame by its second line', 'document.md', 'Ville de Metz\n\nCadre de réponse technique\n', true],
    ['a frame named far below', 'document.md', `${'Un.\n\n'.repeat(5)}Cadre de réponse\n`, false],
    ['a long sentence that names one', 'document.md', `${'Les prix sont fermes. '.repeat(8)}Voir le BPU.\n`, false],
    ['a règlement that names one', 'rc.md', '# Bordereau des prix\n', false],
    ['a note', 'note.md', '# Planning\n', false],
    ['a folder of forms', 'planning.md', 'Texte.\n', false],
  ];
  for (const [name, path, text, form] of FORMS)
    it(`is ${form ? '' : 'not '}${name}`, () => assert.equal(isForm(open(text, path)), form));
});
