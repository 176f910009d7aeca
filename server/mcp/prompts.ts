import { UsageError } from '../cli/io.ts';

/** What a user may ask an assistant for, in words that have what it writes checked. */
export interface PromptOffer {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly arguments: readonly { readonly name: string; readonly description: string; readonly required: boolean }[];
  text(given: Readonly<Record<string, string>>): string;
}

const VALIDATE = `Règles à suivre :
- ne citer aucun article sans l’avoir passé à « validate_citations » à la date du dossier ; retirer ou signaler toute référence dont « supported » est faux ;
- ne rien inventer : un montant, un délai ou un nom inconnu reste « [à compléter : …] » ;
- ne laisser dans la pièce aucune phrase adressée à celui qui rédige ;
- dire ce qui n’a pas été vérifié (« notChecked », « rulesNotRun », « notShown ») : l’absence de constat n’est pas une preuve de conformité, et ceci n’est pas un conseil juridique.`;

export const prompts: readonly PromptOffer[] = [
  {
    name: 'relire-ce-dossier',
    title: 'Relire ce dossier',
    description: 'Relire un dossier de consultation et proposer des corrections. / Review a tender draft.',
    arguments: [
      { name: 'dossier', description: 'Fichier ou dossier (« . » à défaut). / File or folder.', required: false },
      { name: 'date', description: 'Droit de ce jour, AAAA-MM-JJ. / Law of that day.', required: false },
    ],
    text: ({
      dossier = '.',
      date,
    }) => `Relis le dossier de consultation « ${dossier} »${date ? ` au droit du ${date}` : ''}.

1. Appelle « check » avec path « ${dossier} »${date ? ` et date « ${date} »` : ''}, puis « facts » si tu as besoin de savoir ce que dit le dossier.
2. Présente les constats par gravité, chacun avec sa place, son motif et sa source (« explain » pour une règle).
3. Pour ceux qui ont une correction, appelle « propose_fix » et montre-la : n’en applique aucune sans l’accord de celui qui rédige.
4. Valide les références du dossier (« validate_citations » avec path).
5. Après chaque modification, appelle de nouveau « check ».

${VALIDATE}`,
  },
  {
    name: 'rediger-la-clause',
    title: 'Rédiger la clause de…',
    description: 'Rédiger une clause à partir de la bibliothèque, et la vérifier. / Draft a clause and check it.',
    arguments: [
      {
        name: 'sujet',
        description: 'Ce que règle la clause (variantes, prix, données personnelles…). / Its matter.',
        required: true,
      },
      {
        name: 'piece',
        description: 'Pièce où elle va (rc, ccap, cctp, ae…). / Piece that it is for.',
        required: false,
      },
    ],
    text: ({ sujet = '', piece }) => `Rédige la clause de « ${sujet} »${piece ? ` pour la pièce ${piece}` : ''}.

1. Cherche-la dans la bibliothèque : « clauses » avec action « find », query « ${sujet} »${piece ? `, piece « ${piece} »` : ''}. Pars de la clause qui convient (« quand », « regime ») plutôt que d’écrire de mémoire.
2. Demande à celui qui rédige les valeurs des variables, puis « clauses » avec action « fill ».
3. Si tu changes le texte, ne touche pas à ce que « protege » nomme, et vérifie : « clauses » avec action « check ».
4. Une fois la clause dans la pièce, appelle « check » sur le dossier : les autres pièces peuvent la contredire.

${VALIDATE}`,
  },
];

/** The words of a prompt. Throws a `UsageError` for an unknown one, or without what it needs. */
export function promptText(
  name: string,
  given: Readonly<Record<string, string>> = {},
): { offer: PromptOffer; text: string } {
  const offer = prompts.find((p) => p.name === name);
  if (!offer)
    throw new UsageError(`aucune invite « ${name.slice(0, 100)} » : ${prompts.map((p) => p.name).join(', ')}`);
  const names = offer.arguments.map((a) => a.name);
  const odd = Object.keys(given).filter((key) => !names.includes(key));
  if (odd.length > 0)
    throw new UsageError(`« ${odd.join(' », « ')} » n’est pas un argument de « ${name} » : ${names.join(', ')}`);
  const missing = offer.arguments.find((a) => a.required && !given[a.name]?.trim());
  if (missing) throw new UsageError(`« ${missing.name} » manque : ${missing.description}`);
  // What is given goes in a sentence: it is one line, and a short one.
  const clean = Object.fromEntries(Object.entries(given).map(([k, v]) => [k, v.replace(/\s+/g, ' ').slice(0, 300)]));
  return { offer, text: offer.text(clean) };
}
