import {
  commands,
  type Disposable,
  type DocumentSelector,
  EventEmitter,
  l10n,
  MarkdownString,
  ThemeColor,
  ThemeIcon,
  type TreeDataProvider,
  TreeItem,
  TreeItemCollapsibleState,
  type TreeView,
  window,
} from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type {
  Conformite,
  ConformiteEtat,
  ConformitePartie,
  ConformitePlace,
  ConformiteRule,
} from '../../server/protocol.ts';
import { request } from '../messages.ts';
import { followDossier } from './dossier.ts';
import { openPlace } from './place.ts';

const view = 'dce-lint.conformite';

type Node =
  | { kind: 'chapitre'; of: Conformite['chapitres'][number] }
  | { kind: 'partie'; of: ConformitePartie }
  | { kind: 'rule'; of: ConformiteRule; partie: string }
  | { kind: 'place'; of: ConformitePlace };

/** The tree « Conformité au guide »: the guide's parts, their recommendations, their places in the drafts. */
export function registerConformite(client: BaseLanguageClient, drafts: DocumentSelector): Disposable[] {
  const tree = new ConformiteTree();
  const shown = window.createTreeView(view, { treeDataProvider: tree, showCollapseAll: true });
  const following = followDossier(client, drafts, async (uri) => {
    if (!shown.visible) return;
    tree.show(uri === undefined ? null : await request(client, 'dce-lint/conformite', { uri }));
    describe(shown, tree.conformite);
  });
  return [
    shown,
    following,
    shown.onDidChangeVisibility(() => following.refresh()),
    commands.registerCommand('dce-lint.fixFromTree', (node?: Node) => fix(client, node ?? shown.selection[0])),
    commands.registerCommand('dce-lint.explainFromTree', (node?: Node) => explain(node ?? shown.selection[0])),
    commands.registerCommand('dce-lint.openPlace', openPlace),
  ];
}

function describe(shown: TreeView<Node>, conformite: Conformite | null): void {
  shown.description = conformite?.dossier ?? '';
  shown.message = conformite ? summary(conformite.totals) : undefined;
}

const summary = (totals: Conformite['totals']): string =>
  l10n.t(
    'To review: {0} · ignored: {1} · without remark: {2} · not applicable: {3} · not checked: {4}',
    totals.missing,
    totals.ignored,
    totals.met,
    totals['not-applicable'],
    totals.unchecked,
  );

async function fix(client: BaseLanguageClient, node: Node | undefined): Promise<void> {
  const places = node?.kind === 'place' ? [node.of] : node?.kind === 'rule' ? node.of.places : [];
  const place = places.find((p) => p.fix);
  if (!place?.fix) return;
  await openPlace(place);
  const { applied } = await request(client, 'dce-lint/fix', { uri: place.uri, finding: place.fix.finding });
  if (!applied) void window.showWarningMessage(l10n.t('Nothing was changed: the text has changed since it was read.'));
}

async function explain(node: Node | undefined): Promise<void> {
  if (node?.kind === 'rule') await commands.executeCommand('dce-lint.explain', node.of.rule);
}

class ConformiteTree implements TreeDataProvider<Node> {
  conformite: Conformite | null = null;
  private readonly changed = new EventEmitter<undefined>();
  readonly onDidChangeTreeData = this.changed.event;

  show(conformite: Conformite | null): void {
    if (JSON.stringify(conformite) === JSON.stringify(this.conformite)) return;
    this.conformite = conformite;
    this.changed.fire(undefined);
  }

  getChildren(node?: Node): Node[] {
    switch (node?.kind) {
      case undefined:
        return (this.conformite?.chapitres ?? []).map((of) => ({ kind: 'chapitre', of }));
      case 'chapitre':
        return node.of.parties.map((of) => ({ kind: 'partie', of }));
      case 'partie':
        return node.of.rules.map((of) => ({ kind: 'rule', of, partie: node.of.code }));
      case 'rule':
        return node.of.places.length > 1 ? node.of.places.map((of) => ({ kind: 'place', of })) : [];
      case 'place':
        return [];
    }
  }

  getTreeItem(node: Node): TreeItem {
    switch (node.kind) {
      case 'chapitre':
        return groupItem(
          node.of,
          node.of.parties.flatMap((p) => p.rules),
        );
      case 'partie':
        return groupItem(node.of, node.of.rules);
      case 'rule':
        return ruleItem(node.of, node.partie);
      case 'place':
        return placeItem(node.of);
    }
  }
}

/** A part with what is to review in it, or else what it comes to. Open, the first time, where something is to review. */
function groupItem({ code, title }: { code: string; title: string }, rules: readonly ConformiteRule[]): TreeItem {
  const missing = rules.filter((r) => r.etat === 'missing').length;
  const { Expanded, Collapsed } = TreeItemCollapsibleState;
  const item = new TreeItem(`${code}. ${title}`, missing > 0 ? Expanded : Collapsed);
  item.id = code;
  item.description = missing > 0 ? l10n.t('{0} of {1} to review', missing, rules.length) : restOf(rules);
  item.accessibilityInformation = { label: `${code}. ${title}, ${item.description}` };
  return item;
}

function restOf(rules: readonly ConformiteRule[]): string {
  const met = rules.filter((r) => r.etat === 'met').length;
  return met > 0 ? l10n.t('{0} of {1} without remark', met, rules.length) : l10n.t('not applicable');
}

const ICONS: Record<ConformiteEtat, ThemeIcon> = {
  missing: new ThemeIcon('warning', new ThemeColor('problemsWarningIcon.foreground')),
  ignored: new ThemeIcon('eye-closed'),
  met: new ThemeIcon('pass', new ThemeColor('testing.iconPassed')),
  'not-applicable': new ThemeIcon('circle-slash', new ThemeColor('disabledForeground')),
  unchecked: new ThemeIcon('question', new ThemeColor('disabledForeground')),
};

const LEVEL_ICONS: Record<NonNullable<ConformitePlace['level']>, ThemeIcon> = {
  error: new ThemeIcon('error', new ThemeColor('problemsErrorIcon.foreground')),
  warning: ICONS.missing,
  info: new ThemeIcon('info', new ThemeColor('problemsInfoIcon.foreground')),
};

function ruleItem(rule: ConformiteRule, partie: string): TreeItem {
  const { Collapsed, None } = TreeItemCollapsibleState;
  const [place, ...others] = rule.places;
  const item = new TreeItem(rule.title, others.length > 0 ? Collapsed : None);
  item.id = `${partie} ${rule.rule}`;
  item.description = rule.label;
  item.iconPath = (place?.level && LEVEL_ICONS[place.level]) ?? ICONS[rule.etat];
  item.tooltip = tooltip(rule);
  item.contextValue = rule.places.some((p) => p.fix) ? 'rule fixable' : 'rule';
  item.accessibilityInformation = { label: `${rule.title}, ${rule.label}. ${rule.detail}` };
  item.command = place
    ? { title: l10n.t('Go to the place'), command: 'dce-lint.openPlace', arguments: [place] }
    : { title: l10n.t('Explain'), command: 'dce-lint.explain', arguments: [rule.rule] };
  return item;
}

function tooltip({ title, label, detail, page, places, rule }: ConformiteRule): MarkdownString {
  const text = new MarkdownString();
  text.appendText(`${title} : ${label}.\n\n${detail}\n\n`);
  const fixTitle = places.find((p) => p.fix)?.fix?.title;
  if (fixTitle) text.appendText(`${fixTitle}.\n\n`);
  return text.appendText(`${l10n.t('Guide, page {0}', page)} · ${rule}`);
}

function placeItem(place: ConformitePlace): TreeItem {
  const item = new TreeItem(place.message, TreeItemCollapsibleState.None);
  item.description = l10n.t('{0}, line {1}', place.file, place.range.start.line + 1);
  item.tooltip = place.message;
  item.iconPath = place.level ? LEVEL_ICONS[place.level] : ICONS.ignored;
  item.contextValue = place.fix ? 'place fixable' : 'place';
  item.accessibilityInformation = { label: `${place.message} ${item.description}` };
  item.command = { title: l10n.t('Go to the place'), command: 'dce-lint.openPlace', arguments: [place] };
  return item;
}
