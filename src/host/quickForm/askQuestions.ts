import * as vscode from 'vscode';
import { chooseTextFile, withoutLastBreak } from '../editor/fieldActions';
import { asMessage } from '../notify';
import type { Question } from './questions';

/** Asks one question after another, with a way back; false when the user closes one of them. */
export async function askQuestions(title: string, questions: readonly Question[]): Promise<boolean> {
  let i = 0;
  while (i < questions.length) {
    const question = questions[i];
    if (!question) break;
    const outcome = await askOne(question, { title, step: i + 1, totalSteps: questions.length });
    if (outcome === 'closed') return false;
    i = outcome === 'back' ? i - 1 : i + 1;
  }
  return true;
}

interface Place {
  readonly title: string;
  /** 1-based. */
  readonly step: number;
  readonly totalSteps: number;
}

type Outcome = 'answered' | 'back' | 'closed';

/** An input of one line; what has several comes from a file or the clipboard, by a button. */
async function askOne(question: Question, place: Place): Promise<Outcome> {
  const box = vscode.window.createInputBox();
  const fromClipboard = {
    iconPath: new vscode.ThemeIcon('clippy'),
    tooltip: vscode.l10n.t('From the Clipboard'),
  };
  const fromFile = { iconPath: new vscode.ThemeIcon('file'), tooltip: vscode.l10n.t('From File…') };
  Object.assign(box, { ...place, title: asMessage(place.title) });
  box.placeholder = asMessage(question.label);
  box.prompt = asMessage(question.prompt === '' ? question.label : `${question.label}: ${question.prompt}`);
  box.password = question.isSecret;
  box.ignoreFocusOut = true;
  box.value = question.value();
  box.buttons = [
    ...(place.step > 1 ? [vscode.QuickInputButtons.Back] : []),
    ...(question.isMultiline ? [fromClipboard, fromFile] : []),
  ];
  const validate = (value: string): boolean => {
    question.answer(value);
    const error = question.error(value);
    const hint = error === undefined ? question.hint() : undefined;
    box.validationMessage =
      error === undefined
        ? hint && { message: asMessage(hint), severity: vscode.InputBoxValidationSeverity.Warning }
        : asMessage(error);
    return error === undefined;
  };
  return new Promise<Outcome>((resolve) => {
    let isChoosing = false;
    const finish = (outcome: Outcome) => {
      resolve(outcome);
      box.dispose();
    };
    /** What comes whole is the answer: an input of one line would lose its line breaks. */
    const take = (text: string) => {
      if (validate(withoutLastBreak(text))) finish('answered');
      else box.show();
    };
    box.onDidChangeValue((value) => {
      // An error about an empty answer waits until it is given.
      if (value === '') {
        question.answer('');
        box.validationMessage = undefined;
      } else validate(value);
    });
    box.onDidAccept(() => {
      if (validate(box.value)) finish('answered');
    });
    box.onDidTriggerButton(async (button) => {
      if (button === vscode.QuickInputButtons.Back) finish('back');
      else if (button === fromClipboard) take(await vscode.env.clipboard.readText());
      else {
        isChoosing = true;
        const file = await chooseTextFile(vscode.l10n.t('Use as Value')).finally(() => (isChoosing = false));
        if (file) take(file.text);
        else box.show();
      }
    });
    // A dialog over the input hides it for a while.
    box.onDidHide(() => {
      if (!isChoosing) finish('closed');
    });
    box.show();
  });
}
