-- Whose a site is: the clinic's own, where its consent for "our website" holds, or a partner's, which is a place of its own.
ALTER TABLE embed_sites ADD COLUMN relation TEXT NOT NULL DEFAULT 'own' CHECK (relation IN ('own', 'partner'));
