import { clauseText } from '../clauses/clauses.ts';
import { concours, productions } from '../facts/concours/index.ts';
import { insertBlockAfter } from '../kit/fix.ts';
import { defineRule } from '../kit/rule.ts';
import { cpi, guide } from '../kit/source.ts';

export default defineRule({
  id: 'concours/cession-resultats',
  title: 'Productions utilisées sans cession de droits',
  level: 'error',
  pieces: ['reglement-concours'],
  absence: true,
  why: `Le code, les spécifications, les plans, les maquettes et les prototypes appartiennent à leurs auteurs. L'organisateur qui les
utilise sans qu'ils lui aient cédé leurs droits par écrit commet une contrefaçon, même s'il en a reçu l'exemplaire.`,
  sources: [guide('II.B.4', 18), guide('III.B', 26), cpi('L131-2'), cpi('L131-3')],
  messages: {
    absente:
      'L’organisateur utilise ce que les équipes produisent sans que leurs droits soient cédés.\nLa remise des productions, ou leur propriété matérielle, ne l’y autorise pas. Prévoir un acte de cession signé avant les travaux.',
  },
  examples: {
    bad: [
      {
        text: "## Sort des projets\n\nLes équipes remettent des maquettes.\n\n⟦Le maître d'ouvrage peut puiser dans les projets écartés les dessins de façade.⟧",
        head: { piece: 'reglement-concours' },
        fixed: { gains: 'droits' },
      },
      {
        text: '# Règlement du concours\n\nLes équipes remettent des dessins. ⟦Les dessins des lauréats serviront à la fabrication en série des bancs de la ville.⟧\n',
        fixed: { gains: 'ses membres cèdent' },
      },
      {
        text: '# Règlement du concours\n\nLe concours est ouvert. ⟦L’agglomération placera sur ses quais les bancs dessinés et les maquettes des concurrents, primés ou pas, qui lui seront acquis dès l’envoi.⟧\n',
        fixed: { gains: 'ses membres cèdent' },
      },
      {
        text: '# Règlement du concours\n\nLe concours est ouvert. ⟦Le dessin primé ornera les abribus.⟧\n',
        fixed: { gains: 'ses membres cèdent' },
      },
      {
        text: '# Règlement du hackathon\n\nAucune prime n’est versée. Les équipes écrivent un code exécutable. ⟦L’organisateur exploitera les codes, sans qu’aucun contrat ne soit passé.⟧\n',
        fixed: { gains: 'ses membres cèdent' },
      },
      {
        text: '# Règlement du hackathon\n\nAucune prime n’est versée. Les équipes remettent un prototype et son code source.\n\n⟦L’organisateur réutilise les codes dans son application mobile.⟧\n',
        fixed: { gains: 'ses membres cèdent' },
      },
      {
        text: '# Règlement du hackathon\n\nAucune prime n’est versée. Les équipes développent un code exécutable. ⟦L’organisateur reprendra les codes et les déploiera dans ses services.⟧ Chacun respecte les licences des composants qu’il emploie.\n',
        fixed: { gains: 'ses membres cèdent' },
      },
      {
        text: '# Règlement du concours\n\nLes candidats remettent des plans et une maquette.\n\n⟦La commune devient propriétaire des plans et les met en œuvre.⟧\n',
        fixed: { gains: 'ses membres cèdent' },
      },
      {
        text: '# Règlement du hackathon\n\nAucune prime n’est versée. Chaque équipe développe une application.\n\n## Suites\n\n⟦Les applications développées pourront être librement exploitées et modifiées par la caisse.⟧\n',
        fixed: { gains: 'ses membres cèdent' },
      },
      {
        text: '# Règlement du concours\n\nLes équipes produisent des spécifications fonctionnelles. Aucune cession de droits n’est demandée. ⟦L’acheteur exploite les spécifications.⟧\n',
        fixed: { gains: 'ses membres cèdent' },
      },
      {
        text: '# Règlement du concours\n\nLes équipes remettent une maquette. ⟦Les maquettes deviennent la propriété de l’organisateur.⟧\n',
        fixed: { gains: 'ses membres cèdent' },
      },
    ],
    good: [
      '# Règlement du concours\n\n| Pièce | Format |\n|---|---|\n| Carnet d’usage | A4, 20 pages au plus |\n| Maquette | 1/20, carton |\n',
      '# Règlement du hackathon\n\nAucune prime n’est versée. Les équipes développent un prototype.\n\n## Défi 2\n\nIl s’agira d’identifier, à partir des données mises à disposition, les informations exploitables par l’agriculture.\n',
      '# Règlement du concours\n\nLes équipes remettent une maquette. La ville réutilise les maquettes. Nul n’est admis s’il ne signe qu’une partie de l’acte de cession des droits sur sa maquette.\n',
      '# Règlement du hackathon\n\nAucune prime n’est versée. Les équipes développent un prototype. La caisse l’exploite ; ses auteurs lui transmettent sans frais leurs droits de reproduction et d’adaptation.\n',
      '# Règlement du concours\n\nLes équipes remettent des planches.\n\n## Critères\n\n- reprise aisée du dessin par les ateliers de la ville ;\n- coût.\n',
      '# Règlement du hackathon\n\nAucune prime n’est versée. Les équipes développent un prototype. La caisse l’exploite ; les membres des équipes lui cèdent leurs droits par un acte signé.\n',
      '# Règlement du hackathon\n\nAucune prime n’est versée. Chaque équipe rédige un simple cahier des charges. L’organisateur pourra réutiliser les cahiers des charges.\n',
      '# Règlement du hackathon\n\nAucune prime n’est versée. Les équipes développent un prototype. L’organisateur n’utilise pas les prototypes.\n',
      '# Règlement du hackathon\n\nAucune prime n’est versée. Les équipes développent un prototype et conservent la propriété de leur code.\n',
      '# Règlement du hackathon\n\nAucune prime n’est versée. Les codes sont publiés sous licence libre EUPL par les équipes. La métropole réutilise les codes.\n',
      '# Règlement du concours\n\nLes équipes remettent une maquette. L’organisateur publie la liste des lauréats et utilise les données d’inscription pour les joindre.\n',
      '# Règlement du concours\n\nLes candidats remettent des plans. Les droits d’exploitation sont cédés par le marché conclu avec le lauréat. La commune exploite les plans du lauréat.\n',
    ],
    limits: [],
  },
  *check(piece) {
    if (!piece.ask(concours).kind) return;
    const { protected: works, use, assignment } = piece.ask(productions);
    if (!works || !use || assignment) return;
    const text = clauseText('pi-hackathon-cession');
    const fix = insertBlockAfter(piece, use.at, text, 'Ajouter la cession des droits des équipes');
    yield { at: use.at, message: 'absente', doubt: use.doubt, fixes: [fix] };
  },
});
