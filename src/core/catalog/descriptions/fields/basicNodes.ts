import type { FieldTexts, Texts } from '../text';

const answer: Texts = {
  keyphraseTag: (t) => t('The Slot that the answer has to hold, by its name.'),
  regex: (t) => t('The regular expression that the answer has to match.'),
};

const standIn: Texts = {
  text: (t) => t('The text that stands in for the user’s.'),
  data: (t) => t('The data that stands in for the user’s.'),
};

const think: Texts = {
  thinkType: (t) => t('Whether the flow starts again with a text (default) or an Intent.'),
  ...standIn,
  intent: (t) => t('The Intent that stands in for the user’s.'),
};

/** Keys of the platform's basic nodes that mean something of their own in a node type. */
export const basicFields: FieldTexts = {
  httpRequest: {
    type: (t) => t('The HTTP method.'),
    url: (t) => t('The address, not encoded.'),
    headers: (t) => t('The headers, as a JSON object.'),
    payloadType: (t) => t('What kind of payload is sent: JSON, text, or form data.'),
    payloadText: (t) => t('The payload, where its kind is text.'),
    payloadJSON: (t) => t('The payload, where its kind is JSON.'),
    payloadFormData: (t) => t('The payload, where its kind is form data: a JSON object of texts.'),
    authType: (t) => t('How the request is authenticated. It decides which of the Connections counts.'),
    basicConnection: (t) => t('The Reference ID of the Basic Auth Connection.'),
    oAuth2Connection: (t) => t('The Reference ID of the OAuth2 Connection.'),
    apiKeyAuthKeyConnection: (t) => t('The Reference ID of the API Key (Authorization) Connection.'),
    apiKeyXKeyConnection: (t) => t('The Reference ID of the API Key (X-Api-Key) Connection.'),
    cache: (t) => t('Whether responses are cached.'),
    timeout: (t) => t('After how many milliseconds the request is canceled.'),
    retryAttempts: (t) => t('How often the request is tried again after an error.'),
    storeResponseHeaders: (t) => t('Whether the response’s headers are stored too.'),
    allowSelfSigned: (t) => t('Whether certificates that can’t be verified are accepted.'),
    errorLogging: (t) => t('What is logged of an error: nothing, URL and response, or the payload too.'),
    debugLogging: (t) => t('What debug mode shows: nothing, the request, the response, or both.'),
    abortOnError: (t) => t('Whether a status above 299 stops the flow.'),
  },
  addToContext: {
    key: (t) => t('The key in the Context.'),
    value: (t) => t('The value that is stored.'),
    mode: (t) => t('simple stores the value; array adds it to a list.'),
  },
  removeFromContext: {
    key: (t) => t('The key in the Context.'),
    mode: (t) => t('simple removes the key; array removes the value from a list.'),
    value: (t) => t('The value that is removed from the list.'),
  },
  copySlotsToContext: {
    key: (t) => t('The key in the Context.'),
    tag: (t) => t('The Slots that are copied, by their name.'),
    mode: (t) => t('simple stores the value; array adds it to a list.'),
  },
  code: {
    code: (t) => t('The code: JavaScript or TypeScript, as a text.'),
  },
  if: {
    condition: (t) => t('What is asked: a rule of two sides and an operator, or CognigyScript.'),
  },
  switch: {
    switch: (t) => t('What is compared with the Cases: its kind, and the expression.'),
    intentLevel: (t) => t('Which level of a hierarchy of Intents is compared.'),
    useStrict: (t) => t('Whether a value and a Case of another type differ.'),
  },
  case: {
    case: (t) => t('The value that the Case is for.'),
  },
  interval: {
    interval: (t) => t('How many milliseconds have to pass.'),
  },
  sleep: {
    milliseconds: (t) => t('How many milliseconds to pause.'),
  },
  goTo: {
    executionMode: (t) => t('Whether the target runs at once (continue) or with the next input (wait).'),
  },
  think,
  thinkV2: think,
  setState: {
    state: (t) => t('The name of the State.'),
    ...standIn,
  },
  switchLocale: {
    getLocaleFromScript: (t) => t('Whether CognigyScript names the locale.'),
    localeReferenceId: (t) => t('The Reference ID of the locale.'),
    localeScript: (t) => t('The CognigyScript that names the locale.'),
  },
  sendText: {
    text: (t) => t('The text that is sent.'),
  },
  question: {
    type: (t) => t('What kind of answer is valid.'),
    validationMessage: (t) => t('What is said when an answer isn’t valid.'),
    repromptType: (t) => t('How the user is asked again: a text, a message, a language model, or a flow.'),
    repromptCondition: (t) => t('When the user is asked again; always if empty.'),
    repromptSay: (t) => t('The message that asks again.'),
    repromptFlowNode: (t) => t('The flow and the node that run to ask again.'),
    validationRepeat: (t) => t('Whether the question is repeated after an answer that isn’t valid.'),
    skipRepromptOnIntent: (t) =>
      t('Whether an Intent in the answer keeps the question from being asked again.'),
    ...answer,
    storeInContactProfile: (t) => t('Whether the answer is stored in the Contact Profile.'),
    profileKey: (t) => t('The key in the Contact Profile.'),
    skipIfResultInContext: (t) =>
      t('Whether the question is skipped when its answer is in the Context already.'),
    parseResultOnEntry: (t) => t('Whether an answer is looked for before the question is asked.'),
    additionalValidation: (t) => t('CognigyScript that has to be true for an answer to be valid.'),
    resultLocation: (t) => t('Where the answer is taken from, in place of what its type says.'),
    escalateAnswersAction: (t) => t('What happens after too many answers that aren’t valid.'),
    escalateAnswersThreshold: (t) => t('How many answers that aren’t valid are too many.'),
    escalateIntentsAction: (t) => t('What happens when an answer holds one of certain Intents.'),
    escalateIntentsValidIntents: (t) => t('The Intents that count.'),
    reconfirmationBehaviour: (t) => t('Whether the user is asked to confirm the answer.'),
    reconfirmationQuestion: (t) => t('The question that asks to confirm the answer.'),
  },
  optionalQuestion: {
    type: (t) => t('What kind of answer is looked for.'),
    ...answer,
  },
  log: {
    message: (t) => t('What is written.'),
    level: (t) => t('How serious it is.'),
  },
  debugMessage: {
    level: (t) => t('How serious it is.'),
    header: (t) => t('The heading of the message.'),
    message: (t) => t('What is shown.'),
  },
  executeCognigyNLU: {
    text: (t) => t('The text that is analyzed.'),
    data: (t) => t('The data that goes with it.'),
    mode: (t) => t('Whether the result goes to the Context, to the Input, or replaces the Input.'),
    parseSlots: (t) => t('Whether Slots are looked for.'),
  },
  regexSlotFiller: {
    regex: (t) => t('The regular expression.'),
    flags: (t) => t('The flags of the regular expression.'),
    slot: (t) => t('The name of the Slot.'),
  },
  updateProfile: {
    key: (t) => t('The key in the Contact Profile.'),
    value: (t) => t('The value that is stored.'),
  },
  mergeProfile: {
    contactId: (t) => t('The contact ID of the Contact Profile to merge with.'),
  },
  deactivateProfile: {
    deleteData: (t) => t('Whether the Contact Profile’s data is deleted too.'),
  },
  blindMode: {
    maskLogging: (t) => t('Whether logs are masked.'),
    maskAnalytics: (t) => t('Whether analytics are masked.'),
    disableIntentTrainer: (t) => t('Whether inputs stay out of the Intent Trainer.'),
    disableConversations: (t) => t('Whether conversations aren’t stored.'),
  },
  overwriteAnalytics: {
    intent: (t) => t('The Intent that is stored in place of the one that was found.'),
    intentScore: (t) => t('The Intent’s score that is stored.'),
    inputText: (t) => t('The user’s text that is stored in place of what was said.'),
    inputData: (t) => t('The data that is stored in place of what came.'),
    state: (t) => t('The State that is stored.'),
    understood: (t) => t('Whether the input is stored as understood.'),
  },
  placeholder: { text: (t) => t('The placeholder’s text.') },
  nextActionAssist: { text: (t) => t('What is shown, where the type is text.') },
  handover: { text: (t) => t('What the user is told when the handover begins.') },
  handoverToAgent: {
    text: (t) => t('What the user is told when the handover begins.'),
    repeatHandoverMessage: (t) => t('Whether that is repeated with each input.'),
    cancelIntent: (t) => t('The Intent by which the user ends the handover.'),
    quickReply: (t) => t('The text of the quick reply that ends the handover.'),
    resolveBehavior: (t) => t('Where the conversation goes on afterwards: at the start, or after this node.'),
  },
  handoverInactivityTimer: {
    timer: (t) => t('After how many minutes the user is inactive.'),
  },
  closeHandover: {
    closeHandoverInProvider: (t) => t('Whether the conversation is closed with the handover provider too.'),
  },
  triggerFunction: {
    functionReferenceId: (t) => t('The Reference ID of the Function.'),
    parameters: (t) => t('What the Function is given, as JSON.'),
  },
  completeText: {
    storeLocation: (t) => t('Where the answer goes: to the Input, to the Context, or at once to the user.'),
    chatTranscriptSteps: (t) => t('How many earlier turns the language model is given.'),
    useChatMode: (t) => t('Whether the language model is given the conversation.'),
    samplingMethod: (t) => t('Whether temperature or topP counts.'),
    topP: (t) => t('From how much of what is likely the language model chooses: 1 is all of it.'),
    responseFormat: (t) => t('The form of the answer: text, or a JSON object.'),
  },
  searchExtractOutput: {
    mode: (t) => t('What is done: search (s), extract an answer (e), output it (o).'),
    outputMode: (t) => t('How the answer is given: as text, in pieces, or as an Adaptive Card.'),
    searchString: (t) => t('What is searched for.'),
  },
  setHTMLAppState: {
    mode: (t) => t('Whether the page’s body is given, or the whole page.'),
    html: (t) => t('The whole page.'),
    body: (t) => t('The page’s body.'),
    waitForInput: (t) => t('Whether the flow waits for what the user enters.'),
  },
  setAdaptiveCardAppState: {
    card: (t) => t('The Adaptive Card, as JSON.'),
    waitForInput: (t) => t('Whether the flow waits for what the user enters.'),
  },
  play: {
    url: (t) => t('The address of the sound file.'),
  },
};
