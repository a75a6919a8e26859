/** The forms that may hold an image. Every other form with a file is turned away before anything reads it. */
const FORMS = [/^\/me\/journal\/(new|[0-9a-z]{11}\/change)$/, /^\/report\/elsewhere$/];

/** Whether the form of this page may hold an image. */
export const takesImages = (pathname: string): boolean => FORMS.some((form) => form.test(pathname));
