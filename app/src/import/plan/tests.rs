mod cards;
mod files;
mod found;
mod maven;
mod support;
