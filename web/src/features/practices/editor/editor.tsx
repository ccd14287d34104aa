import type { EditablePractice } from '@alianza/contracts/repository/practices';
import type { PracticeType } from '@alianza/contracts/vocabularies';
import { useState } from 'react';
import { FormProvider, useForm, useWatch } from 'react-hook-form';
import { PageTitle } from '../../../shared/page/page.js';
import { OnBehalf } from '../../../shared/practice/on-behalf.js';
import { sectionsOf, writtenOf, type PracticeField } from '../../../shared/practice/practice-fields.js';
import { PracticeState } from '../../../shared/practice/practice-state.js';
import { read } from '../../../shared/practice/localized.js';
import { useNetwork } from '../../../shared/session/network.js';
import { useText } from '../../../shared/texts/use-text.js';
import { valuesOf, type PracticeValues } from '../api/practice-values.js';
import { useAutosave } from '../api/use-autosave.js';
import { DiscardDraft } from '../components/second-thoughts.js';
import { WritingVersion } from '../components/version-buttons.js';
import { CommentList } from './comment-list.js';
import { Completeness } from './completeness.js';
import { EditingProvider, useEditing } from './editor-context.js';
import { Field } from './fields/field.js';
import { OriginalChoice } from './original-choice.js';
import { SaveNote } from './save-note.js';
import { Submit } from './submit.js';

function Head({ practice }: { practice: EditablePractice }) {
  const text = useText();
  const { name } = useNetwork();
  return (
    <>
      <div>
        <p className="kicker">{practice.organization?.name ?? name}</p>
        <PageTitle title={read(practice.content.title, text.lang).text} of={name} />
      </div>
      <PracticeState of={practice} />
      <OnBehalf practice={practice} />
      {practice.publishedAt === null ? <DiscardDraft practice={practice} /> : <WritingVersion practice={practice} />}
      <CommentList practice={practice} />
    </>
  );
}

/** What does not apply to the type stays where it says something, cannot be saved, or a review asked about it, also while that is being taken away. */
function useAsked(): readonly PracticeField[] {
  const { practice, wrong } = useEditing();
  const { content, comments } = practice;
  const type = useWatch<PracticeValues, 'type'>({ name: 'type' }) as PracticeType;
  const now = [...writtenOf({ ...content, type }), ...comments.map(({ field }) => field), ...(Object.keys(wrong) as PracticeField[])];
  const [asked, setAsked] = useState({ type, fields: now });
  const isNew = asked.type !== type;
  if (isNew || now.some((field) => !asked.fields.includes(field))) setAsked({ type, fields: isNew ? now : [...asked.fields, ...now] });
  return asked.fields;
}

function Sections() {
  const text = useText();
  return sectionsOf(useAsked()).map(({ id, title, fields }) => (
    <section className="form-section" key={id} aria-labelledby={`section-${id}`}>
      <h2 id={`section-${id}`}>{text(title)}</h2>
      {id === 'what' && <OriginalChoice />}
      {fields.map((field) => (
        <Field key={field} field={field} />
      ))}
    </section>
  ));
}

const noWrong = {};

/** Writes a practice: one column, saved while it is written. */
export function Editor({ practice }: { practice: EditablePractice }) {
  const form = useForm<PracticeValues>({ defaultValues: valuesOf(practice.content) });
  const { saved, state, save, join, confirm, answered, clashes, forgetClashes, recovered, throwAway } = useAutosave(form, practice);
  const editing = { practice: saved, wrong: state.kind === 'wrong' ? state.fields : noWrong, confirm, answered, throwAway };
  return (
    <FormProvider {...form}>
      <EditingProvider value={editing}>
        <div className="form-page is-editor">
          <div className="form-col">
            <Head practice={saved} />
            <SaveNote {...{ state, clashes, recovered }} onSave={() => void save()} onJoin={() => void join()} onSeen={forgetClashes} />
            <form className="form" noValidate onSubmit={(event) => event.preventDefault()}>
              <Sections />
            </form>
            <Submit practice={saved} wrong={editing.wrong} save={save} />
          </div>
          <Completeness practice={saved} />
        </div>
      </EditingProvider>
    </FormProvider>
  );
}
