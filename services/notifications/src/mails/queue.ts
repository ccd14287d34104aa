export const mailQueue = 'mails';
