import { clause, clauseText } from '../clauses/clauses.ts';
import { concours, formeConcours, placeOf } from '../facts/concours/index.ts';
import { appendSection, appendToSection, field, insertBlockAfter } from '../kit/fix.ts';
import { defineRule } from '../kit/rule.ts';
import { ccp, guide } from '../kit/source.ts';

const CRITERIA = `Les candidats admis sont choisis selon les critères de sélection suivants, par ordre décroissant d'importance :

1. ${field('critère clair et non discriminatoire, avec la pièce qui le prouve')} ;
2. ${field('critère clair et non discriminatoire, avec la pièce qui le prouve')}.`;
const NUMBER = `Le nombre de candidats admis à concourir est fixé à ${field('nombre suffisant pour une concurrence réelle')}.`;

export default defineRule({
  id: 'concours/ouvert-ou-restreint',
  title: 'Concours dont la forme ou la sélection reste floue',
  level: 'warning',
  pieces: ['reglement-concours', 'rc'],
  absence: true,
  why: `Un opérateur doit savoir s'il peut remettre un projet ou s'il doit d'abord être choisi, et sur quoi. Une sélection sans critères
clairs ni nombre annoncé peut être contestée par tous ceux qu'elle écarte.`,
  sources: [guide('II.B.4', 16), ccp('L2125-1'), ccp('R2162-15'), ccp('R2162-16')],
  messages: {
    forme:
      'Le règlement ne dit pas si le concours est ouvert ou restreint.\nUn opérateur ignore s’il peut remettre un projet sans être d’abord sélectionné. L’écrire.',
    selection:
      'Concours restreint : ni critères de sélection des candidats, ni nombre d’admis.\nLe choix paraît discrétionnaire. Donner des critères clairs et non discriminatoires, et un nombre de candidats suffisant pour une concurrence réelle.',
    criteres:
      'Concours restreint : les critères de sélection des candidats ne sont pas donnés.\nLe choix paraît discrétionnaire. Donner des critères clairs et non discriminatoires.',
    nombre:
      'Concours restreint : le nombre de candidats admis n’est pas donné.\nL’indiquer : il doit suffire à une concurrence réelle.',
  },
  examples: {
    bad: [
      {
        text: '# Règlement du concours\n\n⟦Le concours est restreint.⟧ Nous retenons quatre ateliers et équipes. Le classement se fait sur la qualité des projets remis.\n',
        fixed: { gains: 'critères' },
      },
      {
        text: '# Règlement du concours\n\n⟦Le concours est restreint.⟧ Quatre équipes sont admises à concourir. Elles reçoivent, au vu de leur inscription :\n\n- le programme et ses annexes ;\n- les données du terrain.\n',
        fixed: { gains: 'critères' },
      },
      {
        text: '# Règlement du concours\n\n⟦Le concours est restreint.⟧ Trois équipes sont admises à concourir. Les candidatures comprennent, suivant le cas :\n\n- la composition de l’équipe ;\n- ses références.\n',
        fixed: { gains: 'critères' },
      },
      {
        text: '# ⟦Règlement du concours⟧\n\nLe concours porte sur la scénographie du hall. Le jury compte cinq membres.\n',
        fixed: { gains: 'Le concours est ouvert' },
      },
      {
        text: '# Règlement du concours\n\n## ⟦2. Forme du concours⟧\n\nLe concours se déroule en une phase.\n',
        fixed: { gains: 'Le concours est ouvert' },
      },
      {
        text: '# Règlement du concours\n\n⟦Le concours est restreint.⟧ Les équipes les plus prometteuses sont invitées à concourir.\n',
        fixed: { gains: 'critères de sélection suivants' },
      },
      {
        text: '# Règlement du concours\n\n⟦La maîtrise d’ouvrage organise un concours restreint.⟧ Quatre candidats seront admis à concourir, choisis librement par la commune.\n',
        fixed: { gains: 'Les candidats admis sont choisis selon les critères' },
      },
      {
        text: '# Règlement du concours\n\n⟦Le présent concours est un concours restreint sur esquisse.⟧ Les candidatures sont jugées selon les références, les moyens et la composition de l’équipe.\n',
        fixed: { gains: 'Le nombre de candidats admis à concourir est fixé' },
      },
      {
        text: '# ⟦Règlement du concours⟧\n\nLe concours sera ouvert ou restreint selon le nombre d’inscrits.\n',
        fixed: { gains: 'Le concours est ouvert' },
      },
      {
        text: '# ⟦Règlement du concours⟧\n\nLes inscriptions sont ouvertes du 3 mars au 5 avril 2027.\n',
        fixed: { gains: 'Le concours est ouvert' },
      },
    ],
    good: [
      '# Règlement du concours\n\nLe concours est restreint.\n\n**3.3 Choix des quatre équipes** – critères et pondération :\n\n1. Qualité des réalisations présentées : 50 %\n2. Complémentarité des compétences : 50 %\n',
      '# Règlement du concours\n\nLe concours est restreint.\n\n## Les candidatures\n\nNous retiendrons quatre équipes, jamais plus. Le choix se fait, par ordre d’importance, sur les références montrées, puis sur les moyens humains.\n',
      '# Règlement du concours\n\n## Qui peut concourir\n\nPas de présélection : toute équipe inscrite à temps remet un projet.\n',
      '# Règlement du concours\n\nLe concours est restreint. Quatre équipes sont admises à concourir. Elles sont désignées sur avis du jury, au vu :\n\n- de leurs compétences en scénographie ;\n- de leurs réalisations.\n',
      '# Règlement du concours\n\nLe concours est restreint. Quatre équipes sont admises à concourir.\n\nLes équipes sont choisies selon :\n\n- la qualité des réalisations présentées ;\n- l’adéquation des compétences réunies.\n',
      '# Règlement du concours\n\nLe concours est restreint. Trois équipes sont admises à concourir. Le jury formule un avis sur les candidatures, d’après :\n\n1. la qualité des travaux montrés ;\n2. l’équilibre des compétences.\n',
      '# Règlement du concours\n\nLe concours est restreint. Trois équipes sont admises. Le choix des équipes tient compte :\n\n- des références ;\n- des moyens.\n',
      '# Règlement du concours\n\n**Type** : restreint\n**Admis** : quatre équipes au plus\n**Choix des admis** : l’expérience, puis la composition de l’équipe\n',
      '# Règlement du concours\n\nLe concours est restreint. Trois équipes seront admises à concourir.\n\n## Candidatures\n\nSont appréciés, dans cet ordre : 1° la qualité des références, 2° l’adéquation des compétences, 3° les moyens humains.\n',
      // The candidates were chosen in the first phase.
      '# Règlement du concours – seconde phase\n\nLe concours restreint oppose les équipes déjà désignées, qui remettent leur projet.\n',
      'R.C. 2ème phase – Concours restreint de maîtrise d’œuvre\n\nLes concurrents remettent leur projet au secrétariat du concours.\n',
      '# Règlement du concours\n\nLe concours est ouvert.\n',
      '# Règlement du concours\n\nTout opérateur économique intéressé peut remettre un projet.\n',
      '# Règlement du concours\n\n## Forme du concours\n\nOuvert, en une seule phase.\n',
      '# Règlement du concours\n\n| Rubrique | Contenu |\n|---|---|\n| Type de concours | Ouvert |\n| Objet | Scénographie |\n',
      '# Règlement du concours\n\nLe concours est restreint. Trois équipes seront admises à concourir, selon les critères de sélection suivants :\n\n- qualité des références ;\n- compétences réunies.\n',
      '# Règlement du concours\n\nLe concours est restreint. Entre trois et cinq candidats sont retenus au regard de leurs références et de leurs moyens.\n',
      '# Règlement du concours\n\nLE CONCOURS EST RESTREINT. LE NOMBRE DE CANDIDATS ADMIS A CONCOURIR EST FIXE A QUATRE. LES CRITERES DE SELECTION DES CANDIDATS FIGURENT DANS L’AVIS DE CONCOURS.\n',
      {
        text: '# Règlement de la consultation\n\nLe prestataire prêtera son concours au jury de recrutement.\n',
        head: { piece: 'rc', procedure: 'mapa' },
      },
      '# Règlement du hackathon\n\nAucune prime n’est versée et aucun marché n’est conclu.\n',
    ],
    limits: [],
  },
  *check(piece) {
    if (piece.ask(concours).kind !== 'concours') return;
    const { forme, sentence, limite, nombreAilleurs, criteres, choisis } = piece.ask(formeConcours);
    if (forme === 'ouvert' || choisis) return;
    if (forme === undefined) {
      const { at, section } = placeOf(piece, 'forme');
      const { body, heading = 'Forme du concours' } = clause('concours-ouvert');
      const add = (text: string, title: string) =>
        section ? appendToSection(piece, section, text, title) : appendSection(piece, heading, text, title);
      const restricted = add(clauseText('concours-restreint'), 'Écrire que le concours est restreint');
      yield { at, message: 'forme', fixes: [add(body, 'Écrire que le concours est ouvert'), restricted] };
      return;
    }
    const number = limite || nombreAilleurs;
    if (!sentence || (number && criteres)) return;
    const message = number ? 'criteres' : criteres ? 'nombre' : 'selection';
    const text = number
      ? CRITERIA
      : criteres
        ? NUMBER
        : clauseText('concours-restreint').replace(/^Le concours est restreint\. /, '');
    const fix = insertBlockAfter(piece, sentence.span, text, 'Compléter la sélection des candidats');
    yield { at: sentence.span, message, fixes: [fix] };
  },
});
