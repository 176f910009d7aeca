import { citations } from '../facts/citations.ts';
import { spelled } from '../facts/citations-style.ts';
import { replace } from '../kit/fix.ts';
import { defineRule } from '../kit/rule.ts';
import { ccp, cpi } from '../kit/source.ts';
import { articleGround, existence, familyOf, nearest } from '../law/law.ts';

const NAMES = { ccp: 'code de la commande publique', cpi: 'code de la propriété intellectuelle' } as const;
const day = (iso: string) => iso.split('-').reverse().join('/');

export default defineRule({
  id: 'droit/article-inexistant',
  title: 'Article qui n’existe pas',
  level: 'error',
  pieces: '*',
  why: `Un article qui n'existe pas ne fonde rien : la clause perd sa base, et le lecteur ne peut pas vérifier ce qu'elle annonce. C'est le plus souvent
une faute de frappe ; l'outil ne juge que les chapitres du code de la commande publique et du code de la propriété intellectuelle dont il connaît l'étendue.`,
  sources: [ccp('L1'), cpi('L111-1')],
  messages: {
    proche:
      "L'article {numero} ne figure pas au {code} (état du {jour}) : il s'agit peut-être de l'article {proche} ({sujet}).",
    inconnu: "L'article {numero} ne figure pas au {code} (état du {jour}) : vérifier le numéro.",
  },
  examples: {
    bad: [
      {
        text: "Les critères d'attribution relèvent de l'article ⟦R. 2152-77⟧ du code de la commande publique.",
        fixed: "Les critères d'attribution relèvent de l'article R. 2152-7 du code de la commande publique.",
      },
      {
        text: 'Variantes : voir article ⟦R2151-88⟧ du CCP.',
        fixed: 'Variantes : voir article R2151-8 du CCP.',
      },
      {
        text: "La cession suit l'article ⟦L. 131-33⟧ du code de la propriété intellectuelle.",
        fixed: "La cession suit l'article L. 131-3 du code de la propriété intellectuelle.",
      },
      {
        text: 'Les articles L. 2113-10 et ⟦L. 2113-110⟧ du code de la commande publique régissent les lots.',
        fixed: { gains: 'Les articles L. 2113-10 et L. 2113-1' },
      },
      {
        text: "Le code de la commande publique, en son article ⟦L2125-9⟧, définit l'accord-cadre.",
        fixed: { gains: 'L2125-1' },
      },
      {
        text: "L'attribution est régie par l'article ⟦R. 2162-215⟧.",
        fixed: { gains: 'article R. 2162-15.' },
      },
      "Marché régi par l'article ⟦R. 2141-888⟧ du code de la commande publique.",
    ],
    good: [
      'La procédure est adaptée, en application de l’article R.2123-1-1° du code de la commande publique.',
      "Les offres sont jugées selon l'article R. 2152-7 du code de la commande publique.",
      'Articles L2113-10 et suivants du CCP.',
      'Les articles L. 2141-1 à L. 2141-11 du code de la commande publique sont applicables.',
      "L'article L. 8222-6 du code du travail et l'article R. 2152-7 du code de la commande publique s'appliquent.",
      "Le titulaire est soumis à l'article L. 2122-22 du code général des collectivités territoriales.",
      "Selon l'article R. 2122-9-1 du CCP, l'achat innovant est dispensé de publicité.",
      "Le candidat produit l'attestation de l'article D. 8222-5 du code du travail. L'article L. 2125-9 du même code est rappelé.",
      "La licence suit l'article L. 122-6-1 du CPI ; l'article R. 9999-1 du code de la santé publique est réservé.",
      "Selon l'article R. 2151-8, 2°, du code de la commande publique, les variantes sont admises.",
    ],
    limits: ["L'article R. 2499-1 du code de la commande publique n'a pas de chapitre connu de l'outil."],
  },
  *check(piece) {
    for (const cited of piece.ask(citations).articles) {
      const { code, number } = cited;
      if ((code !== 'ccp' && code !== 'cpi') || existence(code, number) !== 'absent') continue;
      const chapter = familyOf(code, number);
      // A number alone, in a chapter known from a summary only, is left to the reader.
      if (!chapter || (cited.from === 'contexte' && chapter.confidence !== 'P')) continue;
      const found = nearest(code, number, cited.sentence.folded);
      const base = { numero: number, code: NAMES[code], jour: day(chapter.asOf) };
      const extent = { verified: chapter.confidence !== 'K', label: `étendue du chapitre ${chapter.family}` };
      if (!found) {
        yield { at: cited.at, message: 'inconnu', data: base, rests: [extent] };
        continue;
      }
      const written = piece.draft.slice(cited.at);
      const sign = /^[A-Za-z](?<sign>\.?\s*)/.exec(written)?.groups?.sign ?? '. ';
      const text = spelled(found.number, sign);
      yield {
        at: cited.at,
        message: 'proche',
        data: { ...base, proche: found.number, sujet: found.subject },
        rests: [extent, articleGround(code, found.number)],
        fixes: [replace(piece, cited.at, text, `Remplacer par « ${text} » (${found.subject})`)],
      };
    }
  },
});
