"""The document about a study that an ethics committee reads."""
